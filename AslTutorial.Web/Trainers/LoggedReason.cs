using System.Globalization;
using System.Text.RegularExpressions;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Trainers;

/// <summary>What of a trainer's words on a cell may stand in the log: an exception's message may quote what the learner wrote.</summary>
internal static partial class LoggedReason
{
    public const string LeftOut = "its words quote what a learner wrote and are left out";

    /// <summary>Shorter words tell nothing of anybody, and stand in many a sentence.</summary>
    private const int ShortestWord = 3;

    public static string Of(string? reason, CellOrder order) =>
        order.Arguments.SelectMany(Words).Any(word => reason?.Contains(word, StringComparison.OrdinalIgnoreCase) == true)
            ? LeftOut
            : ReportRanges.OneLine(reason, ReportRanges.MaxFault);

    private static IEnumerable<string> Words(CellArgument argument) => Word()
        .Matches(string.Create(CultureInfo.InvariantCulture, $"{argument.Value.Text} {argument.Keyword} {argument.Value.Integer} {argument.Value.Real}"))
        .Select(match => match.Value)
        .Where(word => word.Length >= ShortestWord);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
