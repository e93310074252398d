using MudBlazor;

namespace AslTutorial.Web.Theme;

/// <summary>Elevation, almost off: things lie on the paper; only what opens above the page casts a soft edge.</summary>
internal static class NotebookShadows
{
    private const int FirstFloating = 8;

    public static Shadow AlmostNone { get; } = new()
    {
        Elevation = [.. new Shadow().Elevation.Select((_, level) => level < FirstFloating ? "none" : "var(--shadow-floating)")],
    };
}
