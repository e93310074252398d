namespace AslTutorial.Lessons.Exercises.Reading;

/// <summary>FirstBatch in code is first-batch in content files.</summary>
internal static class Kebab
{
    public static string Of(string name) => string.Concat(
        name.Select((sign, i) => char.IsUpper(sign) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(sign) : sign.ToString()));
}
