using AslTutorial.Lessons.Answers;
using FsCheck;
using FsCheck.Fluent;

namespace AslTutorial.Lessons.Tests.Answers;

/// <summary>What nobody should type into a gap, and mixtures of it.</summary>
public static class HostileText
{
    private const int MegaByte = 1 << 20;

    private static readonly string[] Whole =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;b&gt;", "javascript:alert(1)", "]]>", "<!--",
        "{0}", "{0:N9999999}", "%s%n%x", "%999999999d", "{{{{", "${7*7}", "{{constructor}}", "@(1+1)", "#{1}",
        "'; DROP TABLE learners; --", "' OR '1'='1", "1; SELECT 1", "\\", "\\'", "'\\", "\"\\\"", "''''''", "\"'\"'\"",
        "__import__('os').system('id')", "eval('1')", "exec(\"x\")", "().__class__.__bases__[0]", "lambda:0", "a if b else c",
        "9**9**9", "1<<9999", "0x" + "f", "1e308 * 10", "1//0", "-" + "1", "''.join([])", "f'{1}'", "b'1'", "r'\\'", "u''",
        "../../etc/passwd", "C:\\con", "http://x/", "\0", "\u0007", "\u001b[31m", "\r\n", "\t", "\u2028", "\u0085",
        "\u202Elabel", "\u200Blabel", "la\u00ADbel", "\uFEFF'label'", "\u2066x\u2069", "e\u0301", "Z\u0352\u0351", "ﷺ", "İı", "ǅ",
        "\ud800", "\udfff", "\udc00\ud800", "👩‍👩‍👧", "𝟙𝟚", "𝓵abel", "１", "٣", "Ⅷ", "²", "½", "ｌａｂｅｌ", "＇label＇", "“label'", "（", "＝", "、",
        "shuffle", "=", "shuffle=", "shuffle=True", "True", "None", "label", "'label'", "IMG_CHS", "28", "1", "validate", "FIXME",
    ];

    private static readonly string[] Parts = [.. Whole, "(", ")", "+", "-", "*", "//", ",", " ", "'", "\"", "_", ".", "[", "]", "{", "}", ":", "0"];

    private static readonly Gen<string> Mixture =
        from parts in Gen.Elements(Parts).ListOf()
        select string.Concat(parts);

    private static readonly Gen<string> Noise =
        from signs in Gen.Choose(0, char.MaxValue).Select(code => (char)code).ListOf()
        select string.Concat(signs);

    private static readonly Gen<string> Long =
        from part in Gen.Elements(Parts)
        from length in Gen.Elements(100, 199, 200, 201, 1000, MegaByte)
        select string.Concat(Enumerable.Repeat(part, (length / part.Length) + 1))[..length];

    private static readonly Gen<string> Deep =
        from depth in Gen.Elements(19, 20, 21, 99, 100, MegaByte / 2)
        from inner in Gen.Elements(Parts)
        from open in Gen.Elements("(", "（", "-", "-(", "[", "{")
        from isClosed in Gen.Elements(true, false)
        select string.Concat(Enumerable.Repeat(open, depth)) + inner + (isClosed ? new string(')', depth) : "");

    /// <summary>Texts of all these sorts; the very long ones are rare, or the tests would do nothing but copy them.</summary>
    public static Arbitrary<string> Texts() => Gen.Frequency(
        (4, Gen.Elements(Whole)),
        (10, Mixture),
        (4, Noise),
        (1, Long),
        (1, Deep)).ToArbitrary();

    public static IEnumerable<GapKind> Kinds => Enum.GetValues<GapKind>();
}
