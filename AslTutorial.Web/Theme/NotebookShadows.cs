using MudBlazor;

namespace AslTutorial.Web.Theme;

/// <summary>Almost no shadows: only what opens above the page has a soft one.</summary>
internal static class NotebookShadows
{
    private const int FirstFloating = 8;

    public static Shadow AlmostNone { get; } = new()
    {
        Elevation = [.. new Shadow().Elevation.Select((_, level) => level < FirstFloating ? "none" : "var(--shadow-floating)")],
    };
}
