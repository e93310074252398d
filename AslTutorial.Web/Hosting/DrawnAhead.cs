namespace AslTutorial.Web.Hosting;

/// <summary>Whether each lesson has been rendered once since the start; only then does the site report that it is ready.</summary>
internal sealed class DrawnAhead
{
    private volatile bool _isOver;

    public bool IsOver
    {
        get => _isOver;
        set => _isOver = value;
    }
}
