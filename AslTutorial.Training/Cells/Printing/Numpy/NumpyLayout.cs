namespace AslTutorial.Training.Cells.Printing.Numpy;

/// <summary>numpy's _formatArray: brackets, commas and line breaks around elements that are formatted already.</summary>
/// <param name="excerpt">What is printed.</param>
/// <param name="words">Its visible elements in order.</param>
internal sealed class NumpyLayout(Excerpt excerpt, string[] words)
{
    private const string Separator = ", ";
    private const string Ellipsis = "...";

    private int _next;

    /// <param name="indent">What the second and later lines begin with.</param>
    /// <param name="width">Characters a line.</param>
    public string Write(string indent, int width) => WriteAxis(0, indent, width);

    private string WriteAxis(int axis, string indent, int width)
    {
        if (axis == excerpt.Shape.Length)
        {
            return words[_next++];
        }

        var text = axis == excerpt.Shape.Length - 1 ? WriteRow(axis, indent, width) : WriteRows(axis, indent, width);
        return $"[{text[indent.Length..]}]";
    }

    private string WriteRow(int axis, string indent, int width)
    {
        var (text, line) = ("", indent);
        var items = Items(axis).ToList();
        for (var i = 0; i < items.Count; i++)
        {
            var word = items[i] ? words[_next++] : Ellipsis;

            // A break that would leave the line empty does not help, so there is none.
            if (line.Length + word.Length > width - 1 && line.Length > indent.Length)
            {
                text += line.TrimEnd() + "\n";
                line = indent;
            }

            line += i == items.Count - 1 ? word : word + Separator;
        }

        return text + line;
    }

    private string WriteRows(int axis, string indent, int width)
    {
        var breaks = new string('\n', excerpt.Shape.Length - axis - 1);
        var rows = Items(axis).Select(visible => indent + (visible ? WriteAxis(axis + 1, indent + " ", width - 1) : Ellipsis));
        return string.Join("," + breaks, rows);
    }

    /// <summary>True for an element or a row, false for the ellipsis.</summary>
    private IEnumerable<bool> Items(int axis) => excerpt.IsShortened(axis)
        ? [true, true, true, false, true, true, true]
        : Enumerable.Repeat(true, (int)excerpt.Shape[axis]);
}
