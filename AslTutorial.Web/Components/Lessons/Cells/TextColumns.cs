namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>A text's width in columns of a monospaced font: a Chinese character takes two.</summary>
internal static class TextColumns
{
    private const char FirstWide = '\u2E80';

    public static int Of(string text) => text.Sum(c => c >= FirstWide ? 2 : 1);
}
