using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Training.Contracts.Course;

/// <summary>A gap or a free parameter of a cell.</summary>
/// <param name="Name">Unique in its cell.</param>
/// <param name="Default">A free parameter's default, whose kind its values have; null for a gap, which takes any value.</param>
/// <param name="Min">The least value, for numbers.</param>
/// <param name="Max">The greatest value, for numbers.</param>
/// <param name="Allowed">If not empty: the only values.</param>
/// <param name="MayBeEmpty">Whether the cell runs while the gap is empty.</param>
public sealed record CellParameter(
    string Name,
    CellValue? Default = null,
    double Min = double.NegativeInfinity,
    double Max = double.PositiveInfinity,
    IReadOnlyList<long>? Allowed = null,
    bool MayBeEmpty = false)
{
    /// <summary>A gap, which takes any value.</summary>
    public static CellParameter Gap(string name, bool mayBeEmpty = false) => new(name, MayBeEmpty: mayBeEmpty);

    /// <summary>A whole number from min to max.</summary>
    public static CellParameter Whole(string name, long value, long min, long max) => new(name, CellValue.Of(value), min, max);

    /// <summary>A number from min to max.</summary>
    public static CellParameter Real(string name, double value, double min, double max) => new(name, CellValue.Of(value), min, max);

    /// <summary>Whether a value may be given; an integer may stand for a real number.</summary>
    public bool Accepts(CellValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (Default is null)
        {
            return true;
        }

        var number = value.Kind == CellValueKind.Integer ? value.Integer : value.Real;
        var fits = value.Kind == Default.Kind || (value.Kind == CellValueKind.Integer && Default.Kind == CellValueKind.Real);

        // NaN is inside no range.
        return fits && number >= Min && number <= Max && (Allowed is null || Allowed.Contains(value.Integer));
    }
}
