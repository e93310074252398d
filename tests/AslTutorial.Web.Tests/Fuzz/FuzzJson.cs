using System.Globalization;
using System.Text;

namespace AslTutorial.Web.Tests.Fuzz;

/// <summary>Makes JSON that is nearly right, and what is none; the same for the same seed.</summary>
internal sealed class FuzzJson(int seed)
{
    private const int MaxDepth = 4;

    private static readonly string[] Atoms =
    [
        "null", "true", "false", "0", "-0", "1", "-1", "2147483648", "9223372036854775808", "1e999", "-1e-999", "0.1", "1E5", "NaN", "Infinity", "01", "+1", ".5",
        new('9', 400), "\"\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\uffff\"", "\"\\ud83d\\ude00\"", "\"<script>\"", "\"../..\"", "\"00000000-0000-0000-0000-000000000000\"",
        "\"cnn\"", "\"own\"", "\"lesson\"", "\"zh-CN\"", "\"2026-11-27T00:00:00Z\"", "[]", "{}",
    ];

    private readonly Random _random = new(seed);

    public int Next(int below) => _random.Next(below);

    public T Of<T>(IReadOnlyList<T> choices) => choices[Next(choices.Count)];

    /// <summary>A body for an endpoint with fields of these names; now and then bytes that are no text.</summary>
    public byte[] Body(IReadOnlyList<string> names)
    {
        var text = Next(12) switch
        {
            0 => Value(0),
            1 => Deep(),
            2 => Broken(Object(names, 0)),
            3 => string.Concat(Enumerable.Repeat(Object(names, 1), 2)),
            4 => "\ufeff" + Object(names, 0),
            _ => Object(names, 0),
        };
        var bytes = Encoding.UTF8.GetBytes(text);
        if (Next(10) == 0 && bytes.Length > 0)
        {
            for (var i = 0; i < 3; i++)
            {
                bytes[Next(bytes.Length)] = (byte)Next(256);
            }
        }

        return bytes;
    }

    public string Value(int depth) => (depth >= MaxDepth ? 0 : Next(6)) switch
    {
        4 => "[" + string.Join(',', Enumerable.Range(0, Next(5)).Select(_ => Value(depth + 1))) + "]",
        5 => Object(["a", "name"], depth + 1),
        3 => "\"" + Text() + "\"",
        2 => (_random.NextDouble() * Math.Pow(10, Next(20) - 5)).ToString("R", CultureInfo.InvariantCulture),
        _ => Of(Atoms),
    };

    private string Object(IReadOnlyList<string> names, int depth)
    {
        var fields = new List<string>();
        for (var i = Next(names.Count + 3); i > 0; i--)
        {
            var name = Next(6) == 0 ? Of(["\\ud800", "\\ud800x", "", "\\u0000", "__proto__", Text()]) : Of(names);
            fields.Add($"\"{name}\":{Value(depth + 1)}");
        }

        return "{" + string.Join(',', fields) + "}";
    }

    private string Text()
    {
        var text = new StringBuilder();
        for (var i = Next(40) == 0 ? 5_000 : Next(30); i > 0; i--)
        {
            text.Append(Next(12) switch { 0 => "\\ud800", 1 => "\\\"", 2 => "\\n", 3 => "手", 4 => "\\udfff", _ => ((char)('a' + Next(26))).ToString() });
        }

        return text.ToString();
    }

    private string Deep()
    {
        var depth = Of([60, 63, 64, 65, 200, 5_000]);
        return string.Concat(Enumerable.Repeat("{\"a\":[", depth)) + "1" + string.Concat(Enumerable.Repeat("]}", depth));
    }

    private string Broken(string text) => text[..Next(text.Length + 1)] + Of(["", "}", ",", "\"", "\\", "//", "\u0001"]);
}
