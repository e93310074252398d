using System.Globalization;
using System.Net;
using System.Text;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>An exception's text, printed like in a notebook.</summary>
internal static class PythonTraceback
{
    /// <param name="countOf">The number in a cell's In [n], or null.</param>
    public static string Html(CellError error, Func<string, int?> countOf)
    {
        var html = new StringBuilder();
        if (error.Trace.Count > 0)
        {
            html.Append("Traceback (most recent call last):\n");
        }

        foreach (var line in error.Trace)
        {
            var count = countOf(line.Cell) is { } n ? n.ToString(CultureInfo.InvariantCulture) : " ";
            html.Append("  Cell In [").Append(count).Append("] <span class=\"trace-cell\">").Append(Encode(line.Cell)).Append("</span>, in ")
                .Append(Encode(line.Function)).Append('\n');
            foreach (var statement in line.Statement.Split('\n'))
            {
                html.Append("    ").Append(Encode(statement)).Append('\n');
            }
        }

        html.Append("<b>").Append(Encode(error.Type)).Append("</b>");
        if (error.Message.Length > 0)
        {
            html.Append(": ").Append(Encode(error.Message));
        }

        return html.ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
