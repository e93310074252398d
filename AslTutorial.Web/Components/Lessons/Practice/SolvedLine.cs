using System.Net;
using System.Text;
using AslTutorial.Lessons.Listings;
using AslTutorial.Web.Components.Lessons.Cells;

namespace AslTutorial.Web.Components.Lessons.Practice;

/// <summary>A line of code with the learner's answers, and the same line of the solution, as coloured HTML.</summary>
internal sealed record SolvedLine(string Own, string Official)
{
    /// <summary>The lines with gaps; empty if the two listings do not match.</summary>
    public static IReadOnlyList<SolvedLine> Of(Listing exercise, Listing solution, IReadOnlyDictionary<string, string> answers) =>
        exercise.Lines.Count != solution.Lines.Count
            ? []
            : [.. exercise.Lines
                .Zip(solution.Lines)
                .Where(pair => pair.First.Any(span => span is ListingSpan.Gap))
                .Select(pair => new SolvedLine(Html(pair.First, answers), Html(pair.Second, answers)))];

    private static string Html(IReadOnlyList<ListingSpan> line, IReadOnlyDictionary<string, string> answers)
    {
        var html = new StringBuilder();
        var isBegun = false;
        foreach (var span in line)
        {
            var (text, css) = span switch
            {
                ListingSpan.Text found => (isBegun ? found.Characters : found.Characters.TrimStart(), TokenClass.Of(found.Kind)),
                ListingSpan.Gap gap => (answers.GetValueOrDefault(gap.Name, ""), "own-answer"),
                ListingSpan.Parameter parameter => (parameter.Name, null),
                _ => ("", null),
            };
            isBegun |= text.Length > 0;
            html.Append(css is null ? "" : $"<span class=\"{css}\">").Append(WebUtility.HtmlEncode(text)).Append(css is null ? "" : "</span>");
        }

        return html.ToString();
    }
}
