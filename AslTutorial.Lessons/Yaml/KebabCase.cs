namespace AslTutorial.Lessons.Yaml;

/// <summary>FirstBatch in code is first-batch in content files.</summary>
internal static class KebabCase
{
    public static string Of<T>(T value)
        where T : struct, Enum => string.Concat(
        value.ToString().Select((sign, i) => char.IsUpper(sign) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(sign) : sign.ToString()));
}
