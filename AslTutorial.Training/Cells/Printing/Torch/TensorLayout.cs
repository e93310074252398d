namespace AslTutorial.Training.Cells.Printing.Torch;

/// <summary>PyTorch's _tensor_str_with_formatter: brackets, commas and line breaks around formatted elements.</summary>
/// <param name="excerpt">What is printed.</param>
/// <param name="words">Its visible elements in order.</param>
/// <param name="width">Characters of an element, by which the elements of a line are counted.</param>
internal sealed class TensorLayout(Excerpt excerpt, string[] words, int width)
{
    public const int LineWidth = 80;
    private const string Ellipsis = "...";

    private int _next;

    public string Write(int indent) => excerpt.Shape.Length == 0 ? words[0] : WriteAxis(0, indent);

    private string WriteAxis(int axis, int indent)
    {
        var below = excerpt.Shape.Length - axis - 1;
        var margin = new string(' ', indent + 1);
        if (below == 0)
        {
            var perLine = Math.Max(1, (LineWidth - indent) / (width + 2));
            var lines = Items(axis).Select(visible => visible ? words[_next++] : " " + Ellipsis).Chunk(perLine);
            return $"[{string.Join(",\n" + margin, lines.Select(line => string.Join(", ", line)))}]";
        }

        var rows = Items(axis).Select(visible => visible ? WriteAxis(axis + 1, indent + 1) : Ellipsis);
        return $"[{string.Join("," + new string('\n', below) + margin, rows)}]";
    }

    /// <summary>True for an element or a row, false for the ellipsis.</summary>
    private IEnumerable<bool> Items(int axis) => excerpt.IsShortened(axis)
        ? [true, true, true, false, true, true, true]
        : Enumerable.Repeat(true, (int)excerpt.Shape[axis]);
}
