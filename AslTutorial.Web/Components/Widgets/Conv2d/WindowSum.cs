using System.Text;
using AslTutorial.Web.Components.Widgets.Shared;

namespace AslTutorial.Web.Components.Widgets.Conv2d;

/// <summary>The calculation of one window: its pixels, its weights and the sum of each row.</summary>
/// <param name="Pixels">Row-major; null for padding.</param>
public sealed record WindowSum(IReadOnlyList<int?> Pixels, IReadOnlyList<double> Weights, IReadOnlyList<double> Rows)
{
    /// <summary>Weights have at most four decimals and pixels are integers, so sums are exact with four.</summary>
    public const int Decimals = 4;

    public double Total => Math.Round(Rows.Sum(), Decimals);

    public static WindowSum At(IReadOnlyList<int> pixels, IReadOnlyList<double> weights, ConvolutionShape shape, int row, int column)
    {
        var patch = new int?[shape.Kernel * shape.Kernel];
        var rows = new double[shape.Kernel];
        for (var k = 0; k < patch.Length; k++)
        {
            var y = (row * shape.Stride) - shape.Padding + (k / shape.Kernel);
            var x = (column * shape.Stride) - shape.Padding + (k % shape.Kernel);
            if (y >= 0 && x >= 0 && y < shape.Side && x < shape.Side)
            {
                patch[k] = pixels[(y * shape.Side) + x];
                rows[k / shape.Kernel] += weights[k] * pixels[(y * shape.Side) + x];
            }
        }

        return new(patch, weights, rows);
    }

    /// <summary>Such as "1·167 + 0·160 − 1·95 = 72".</summary>
    public string RowText(int row)
    {
        var text = new StringBuilder();
        for (var k = row * Rows.Count; k < (row + 1) * Rows.Count; k++)
        {
            var isFirst = k % Rows.Count == 0;
            text.Append((isFirst, Weights[k] < 0) switch
            {
                (true, true) => "−",
                (true, false) => "",
                (false, true) => " − ",
                (false, false) => " + ",
            });
            text.Append(Numerals.Short(Math.Abs(Weights[k]), Decimals)).Append('·').Append(Pixels[k] ?? 0);
        }

        return text.Append(" = ").Append(Numerals.Short(Rows[row], Decimals)).ToString();
    }
}
