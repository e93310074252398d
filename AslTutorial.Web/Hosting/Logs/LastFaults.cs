namespace AslTutorial.Web.Hosting.Logs;

/// <summary>The latest warnings and errors for the operator, in memory, one entry per kind.</summary>
internal sealed class LastFaults(TimeProvider time) : ILoggerProvider
{
    public const int MaxKinds = 200;
    public const int MaxTextLength = 500;

    private readonly Lock _lock = new();
    private readonly Dictionary<LogKind, LastFault> _faults = [];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<LastFault> List()
    {
        lock (_lock)
        {
            return [.. _faults.Values.OrderByDescending(fault => fault.LastAt)];
        }
    }

    public ILogger CreateLogger(string categoryName) => new FaultLogger(this, categoryName);

    public void Dispose()
    {
    }

    private void Add(LogKind kind, string text, Exception? exception)
    {
        var now = time.GetUtcNow();
        var cause = exception is null ? null : Cut($"{exception.GetType().Name}: {exception.Message}");
        lock (_lock)
        {
            var before = _faults.GetValueOrDefault(kind);
            if (before is null && _faults.Count >= MaxKinds)
            {
                _faults.Remove(_faults.MinBy(fault => fault.Value.LastAt).Key);
            }

            _faults[kind] = new(before?.FirstAt ?? now, now, kind.Level, kind.Category, Cut(text), cause, (before?.Count ?? 0) + 1);
        }
    }

    private static string Cut(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= MaxTextLength ? line : string.Concat(line.AsSpan(0, MaxTextLength - 1), "…");
    }

    private sealed class FaultLogger(LastFaults faults, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Warning and < LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                faults.Add(LogKind.Of(category, logLevel, state), formatter(state, exception), exception);
            }
        }
    }
}
