namespace AslTutorial.Web.Runs;

/// <summary>Whether the floor is on this node: then its memory can be read directly.</summary>
internal sealed class FloorSeat
{
    private volatile string? _term;

    /// <summary>A new value each time a floor starts here; null while the floor is on another node.</summary>
    public string? Term => _term;

    public bool IsHere => _term is not null;

    public void Take() => _term = Guid.NewGuid().ToString("n");

    public void Leave() => _term = null;
}
