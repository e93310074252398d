namespace AslTutorial.Training.Contracts.Cells;

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
