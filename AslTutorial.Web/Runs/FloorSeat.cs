namespace AslTutorial.Web.Runs;

/// <summary>Whether the floor is on this node: then what it knows is read without asking it.</summary>
internal sealed class FloorSeat
{
    private volatile string? _term;

    /// <summary>Another one each time that the floor begins somewhere; null where it is not here.</summary>
    public string? Term => _term;

    public bool IsHere => _term is not null;

    public void Take() => _term = Guid.NewGuid().ToString("n");

    public void Leave() => _term = null;
}
