using System.Globalization;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Components.Lessons.Practice;

/// <summary>A short training as a curve over training batches.</summary>
/// <param name="Training">The accuracy at each batch: the mean of the last few.</param>
/// <param name="Validation">Number of training batches before it, and the accuracy printed then.</param>
/// <param name="LastTraining">As printed after the last epoch, or null.</param>
public sealed record TrainingCurve(
    IReadOnlyList<double> Training, IReadOnlyList<(int Batch, double Accuracy)> Validation, double? LastTraining)
{
    private const int Window = 8;

    public double? LastValidation => Validation is [.., { } last] ? last.Accuracy : null;

    public double Highest => Training.Concat(Validation.Select(point => point.Accuracy)).DefaultIfEmpty(0).Max();

    /// <param name="result">A short training's result: a table of its batches, and its sums as facts.</param>
    /// <param name="train">The name of the training function.</param>
    /// <param name="validate">The name of the validating function.</param>
    public static TrainingCurve Of(CellResult result, string train, string validate)
    {
        var table = result.Outputs.Select(output => output.Table).FirstOrDefault(found => found is not null);
        var rows = table?.Rows.Where(row => row.Count >= table.Columns.Count).ToList() ?? [];
        var (function, epoch, accuracy) = (Column(table, "function"), Column(table, "epoch"), Column(table, "accuracy"));
        var raw = new List<double>();
        var training = new List<double>();
        var validation = new List<(int Batch, string Epoch, List<double> Shares)>();
        foreach (var row in rows.Where(row => Number(row[accuracy]) is not null))
        {
            var share = Number(row[accuracy])!.Value;
            if (row[function] == train)
            {
                raw.Add(share);
                training.Add(raw.TakeLast(Window).Average());
            }
            else if (row[function] == validate)
            {
                if (validation is not [.., { } last] || last.Epoch != row[epoch])
                {
                    validation.Add((raw.Count, row[epoch], []));
                }

                validation[^1].Shares.Add(share);
            }
        }

        return new(
            training,
            [.. validation.Select(point => (point.Batch, Printed(result, validate, point.Epoch) ?? point.Shares.Average()))],
            Enumerable.Range(0, rows.Count).Select(e => Printed(result, train, e.ToString(CultureInfo.InvariantCulture))).TakeWhile(sum => sum is not null).LastOrDefault());
    }

    private static int Column(CellTable? table, string name) => table?.Columns.ToList().IndexOf(name) ?? -1;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static double? Printed(CellResult result, string function, string epoch)
    {
        var name = CellFactNames.Accuracy(function, int.Parse(epoch, CultureInfo.InvariantCulture));
        return result.Facts.FirstOrDefault(fact => fact.Name == name)?.Value.Real is { } sum && double.IsFinite(sum) ? sum : null;
    }
}
