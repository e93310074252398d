using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Components.Confusion;

/// <summary>A letter taken for another: <paramref name="Count"/> of its <paramref name="Of"/> images.</summary>
public sealed record ConfusedPair(char Letter, char TakenFor, int Count, int Of)
{
    /// <summary>The pairs confused most often, the worst first.</summary>
    public static IReadOnlyList<ConfusedPair> Worst(ConfusionMatrix matrix, int limit)
    {
        var pairs =
            from row in Enumerable.Range(0, SignClasses.Count)
            from column in Enumerable.Range(0, SignClasses.Count)
            let count = CountOf(matrix, row, column)
            where row != column && count > 0
            orderby count descending, row, column
            select new ConfusedPair(SignClasses.Letters[row], SignClasses.Letters[column], count, RowSum(matrix, row));
        return [.. pairs.Take(limit)];
    }

    public static int CountOf(ConfusionMatrix matrix, int row, int column) => matrix.Counts[(row * SignClasses.Count) + column];

    /// <summary>Number of images of a letter.</summary>
    public static int RowSum(ConfusionMatrix matrix, int row) =>
        Enumerable.Range(0, SignClasses.Count).Sum(column => CountOf(matrix, row, column));

    /// <summary>The share of a letter's images that were classified correctly; null for a letter without images.</summary>
    public static double? Recall(ConfusionMatrix matrix, int row) =>
        RowSum(matrix, row) is > 0 and var images ? (double)CountOf(matrix, row, row) / images : null;

    /// <summary>A cell's name for the script and the URL.</summary>
    public static string CellName(char letter, char takenFor) => $"{letter}-{takenFor}";
}
