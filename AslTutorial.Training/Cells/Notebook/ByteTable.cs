using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Training.Cells.Notebook;

/// <summary>What each byte of an array stands for after arithmetic with numbers; numpy's int64 or float64.</summary>
internal sealed record ByteTable(double[] Values, bool IsReal)
{
    public const int Size = byte.MaxValue + 1;

    /// <summary>A double holds whole numbers up to here exactly.</summary>
    private const double LargestWhole = 1L << 53;

    public static ByteTable Plain { get; } = new([.. Enumerable.Range(0, Size)], IsReal: false);

    public CellValue Of(double element) => IsReal ? CellValue.Of(element) : CellValue.Of((long)element);

    /// <summary>The table after one operation with a number.</summary>
    /// <param name="sign">Python's operator.</param>
    /// <param name="number">Whether it is real decides, with the array's own type, on the result's.</param>
    /// <exception cref="PythonException">ValueError: a whole number to a negative power.</exception>
    public ByteTable Apply(string sign, (double Value, bool IsReal) number)
    {
        var isReal = IsReal || number.IsReal || sign == "/";
        if (sign == "**" && !isReal && number.Value < 0)
        {
            throw new PythonException("ValueError", "Integers to negative integer powers are not allowed.");
        }

        var values = Array.ConvertAll(Values, element => Compute(sign, element, number.Value, isReal));
        return isReal || Array.TrueForAll(values, value => Math.Abs(value) <= LargestWhole)
            ? new(values, isReal)
            : throw new CellFaultException(CellFaultCodes.Unsupported, "numbers that overflow int64 are not simulated");
    }

    private static double Compute(string sign, double element, double number, bool isReal) => sign switch
    {
        "/" => element / number,
        "*" => element * number,
        "+" => element + number,
        "-" => element - number,
        "**" => Math.Pow(element, number),

        // numpy warns of a whole number divided by zero and makes it 0.
        "//" => number == 0 && !isReal ? 0 : Math.Floor(element / number),
        "%" => number == 0 ? (isReal ? double.NaN : 0) : element - (number * Math.Floor(element / number)),
        _ => throw new CellFaultException(CellFaultCodes.Unsupported, $"the operator {sign} is not simulated"),
    };
}
