namespace AslTutorial.Web.Hosting.Logs;

/// <summary>Identifies log lines that differ only in their values.</summary>
internal readonly record struct LogKind(string Category, LogLevel Level, string Template)
{
    private const string Original = "{OriginalFormat}";

    /// <param name="state">The logger's state; without a message template its type is used.</param>
    public static LogKind Of<TState>(string category, LogLevel level, TState state) => new(
        category,
        level,
        state is IReadOnlyList<KeyValuePair<string, object?>> { Count: > 0 } values && values[^1] is { Key: Original, Value: string template }
            ? template
            : typeof(TState).Name);
}
