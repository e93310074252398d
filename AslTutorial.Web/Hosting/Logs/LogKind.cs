namespace AslTutorial.Web.Hosting.Logs;

/// <summary>Lines of one kind differ in their values alone.</summary>
internal readonly record struct LogKind(string Category, LogLevel Level, string Template)
{
    private const string Original = "{OriginalFormat}";

    /// <param name="state">As a logger gets it; without a template its type stands for it.</param>
    public static LogKind Of<TState>(string category, LogLevel level, TState state) => new(
        category,
        level,
        state is IReadOnlyList<KeyValuePair<string, object?>> { Count: > 0 } values && values[^1] is { Key: Original, Value: string template }
            ? template
            : typeof(TState).Name);
}
