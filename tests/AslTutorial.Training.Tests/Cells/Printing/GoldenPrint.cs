using System.Globalization;
using AslTutorial.Training.Cells.Printing;

namespace AslTutorial.Training.Tests.Cells.Printing;

/// <summary>A section of prints.txt: how the array is made, and what was printed.</summary>
internal sealed record GoldenPrint(string Library, string Type, long[] Shape, double[] Values, string Text)
{
    public static IEnumerable<GoldenPrint> All(string library, string type) => GoldenFile.Read("prints.txt")
        .Select(section => Parse(section.Key, section.Value))
        .Where(print => print.Library == library && print.Type == type);

    public Excerpt Excerpt() => Type switch
    {
        "bool" => Of(v => v != 0),
        "uint8" => Of(v => (byte)v),
        "int32" => Of(v => (int)v),
        "int64" => Of(v => (long)v),
        "float32" => Of(v => (float)v),
        "float64" => Of(v => v),
        _ => throw new InvalidOperationException($"no such type: {Type}"),
    };

    public T[] Convert<T>(Converter<double, T> convert) => Array.ConvertAll(Values, convert);

    private Excerpt Of<T>(Converter<double, T> convert)
        where T : unmanaged => Training.Cells.Printing.Excerpt.Of<T>(Convert(convert), Shape);

    private static GoldenPrint Parse(string heading, string text)
    {
        var words = heading.Split(' ');
        var shape = words[3] == "scalar" ? [] : words[3].Split('x').Select(n => long.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        var count = (int)Training.Cells.Printing.Excerpt.SizeOf(shape);
        return new(words[0], words[1], shape, ArrayFormula.Make(words[2], int.Parse(words[4], CultureInfo.InvariantCulture), count), text);
    }
}
