namespace AslTutorial.Training.Tests.Cells.Printing;

/// <summary>The formulas of tests/golden/make_golden.py: both sides make the same arrays from them.</summary>
internal static class ArrayFormula
{
    public static double[] Make(string formula, int seed, int count) =>
        [.. Enumerable.Range(0, count).Select(i => Value(formula, seed, i))];

    public static uint Draw(int seed, int index)
    {
        unchecked
        {
            var z = ((ulong)seed * 0x9E3779B97F4A7C15) + ((ulong)index * 0xBF58476D1CE4E5B9) + 0x94D049BB133111EB;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (uint)((z ^ (z >> 31)) >> 32);
        }
    }

    public static double Signed(int seed, int i) => (2 * Unit(seed, i)) - 1;

    private static double Unit(int seed, int i) => Draw(seed, i) / 4294967296.0;

    private static double Value(string formula, int s, int i) => formula switch
    {
        "count" => i,
        "pixel" => Draw(s, i) % 256,
        "letter" => Draw(s, i) % 24,
        "mixed" => (Draw(s, i) % 2001) - 1000.0,
        "parity" => Draw(s, i) % 2,
        "unit" => Unit(s, i),
        "signed" => Signed(s, i),
        "scaled" => Draw(s, i) % 256 / 255.0,
        "tenths" => (Draw(s, i) % 200 / 10.0) - 10,
        "ties" => (Draw(s, i) % 129 / 32.0) - 2,
        "whole" => (Draw(s, i) % 100) - 50.0,
        "wholewide" => (Draw(s, i) % 100000) + 1.0,
        "tiny" => Unit(s, i) / 1048576,
        "huge" => Unit(s, i) * 1099511627776.0,
        "wide" => Math.ScaleB(Signed(s, i), (int)(Draw(s + 1, i) % 80) - 40),
        "sparse" => Draw(s, i) % 3 == 0 ? Unit(s, i) : 0,
        "zero" => 0,
        "minuszero" => -0.0,
        "nonfinite" => (Draw(s, i) % 7) switch
        {
            0 => double.NaN,
            1 => double.PositiveInfinity,
            2 => double.NegativeInfinity,
            _ => Signed(s, i),
        },
        "nan" => double.NaN,
        "wholeinf" => Draw(s, i) % 4 == 0 ? double.PositiveInfinity : Draw(s, i) % 9,
        "thousandth" => i == 0 ? 1 : 0.001,
        "tenthousandth" => 0.0001 * (1 + (Draw(s, i) % 5)),
        "million" => 1e8 - (Draw(s, i) % 3),
        _ => throw new ArgumentOutOfRangeException(nameof(formula), formula, "no such formula"),
    };
}
