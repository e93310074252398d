namespace AslTutorial.Training.Cells.Printing.Numpy;

/// <summary>
/// numpy's repr(ndarray) with its default print options, as numpy prints up to version 2.1; from 2.2 on the shape of a
/// shortened array follows it.
/// </summary>
internal static class NumpyPrinter
{
    private const int LineWidth = 75;
    private const string Prefix = "array(";

    public static string Repr(Excerpt array)
    {
        var implied = array.Type is ElementType.Bool or ElementType.Int64 or ElementType.Float64 && array.Size > 0;
        var suffix = implied ? ")" : ",";
        var text = Prefix + Body(array) + suffix;
        if (implied)
        {
            return text;
        }

        var type = $"dtype={array.Type.ToString().ToLowerInvariant()})";
        var lastLine = text.Length - (text.LastIndexOf('\n') + 1);
        var space = lastLine + type.Length + 1 > LineWidth ? "\n" + new string(' ', Prefix.Length) : " ";
        return text + space + type;
    }

    private static string Body(Excerpt array)
    {
        if (array.Size == 0)
        {
            return array.Shape.Length == 1 ? "[]" : $"[], shape={PythonText.Shape(array.Shape)}";
        }

        var indent = new string(' ', Prefix.Length + 1);

        // One column is kept for the bracket or comma that follows.
        return new NumpyLayout(array, Words(array)).Write(indent, LineWidth - 1);
    }

    private static string[] Words(Excerpt array)
    {
        if (array.IsReal)
        {
            var format = new NumpyFloatFormat(array.Reals, array.Type == ElementType.Float32);
            return Array.ConvertAll(array.Reals, format.Format);
        }

        if (array.Type == ElementType.Bool)
        {
            return Array.ConvertAll(array.Integers, v => v != 0 ? (array.Shape.Length == 0 ? "True" : " True") : "False");
        }

        var width = Math.Max(PythonText.Repr(array.Integers.Min()).Length, PythonText.Repr(array.Integers.Max()).Length);
        return Array.ConvertAll(array.Integers, v => PythonText.Repr(v).PadLeft(width));
    }
}
