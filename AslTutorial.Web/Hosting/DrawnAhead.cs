namespace AslTutorial.Web.Hosting;

/// <summary>Whether each lesson has been drawn once since the start, before which the site does not say that it is ready.</summary>
internal sealed class DrawnAhead
{
    private volatile bool _isOver;

    public bool IsOver
    {
        get => _isOver;
        set => _isOver = value;
    }
}
