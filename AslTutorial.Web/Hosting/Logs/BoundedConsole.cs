using Microsoft.Extensions.Logging.Console;

namespace AslTutorial.Web.Hosting.Logs;

/// <summary>
/// The console, limited to so many lines of a kind per minute. Further lines are counted, and the count is logged with the next line of
/// that kind or when the minute is over. So a caller who provokes log lines cannot fill the disk.
/// </summary>
[ProviderAlias("Console")]
internal sealed class BoundedConsole : ILoggerProvider, ISupportExternalScope
{
    public const int LinesPerMinute = 60;
    private const int MaxKinds = 2_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ILoggerProvider _console;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly Dictionary<LogKind, Count> _counts = [];
    private readonly ITimer _timer;

    public BoundedConsole(ILoggerProvider console, TimeProvider time)
    {
        (_console, _time) = (console, time);
        _timer = time.CreateTimer(_ => TellSuppressed(), null, Window, Window);
    }

    public ILogger CreateLogger(string categoryName) => new BoundedLogger(this, _console.CreateLogger(categoryName), categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => (_console as ISupportExternalScope)?.SetScopeProvider(scopeProvider);

    public void Dispose()
    {
        _timer.Dispose();
        TellSuppressed();
        _console.Dispose();
    }

    /// <summary>Wraps the host's console logger.</summary>
    public static void Use(ILoggingBuilder logging)
    {
        var console = logging.Services.FirstOrDefault(service => service.ImplementationType == typeof(ConsoleLoggerProvider));
        if (console is null)
        {
            return;
        }

        logging.Services.Remove(console);
        logging.Services.AddSingleton<ILoggerProvider>(provider => new BoundedConsole(
            ActivatorUtilities.CreateInstance<ConsoleLoggerProvider>(provider), TimeProvider.System));
    }

    private bool Take(LogKind kind, ILogger logger)
    {
        lock (_lock)
        {
            if (!_counts.TryGetValue(kind, out var count))
            {
                if (_counts.Count >= MaxKinds)
                {
                    _counts.Clear();
                }

                _counts.Add(kind, count = new Count(logger) { Since = _time.GetTimestamp() });
            }

            if (_time.GetElapsedTime(count.Since) >= Window)
            {
                count.Tell(kind);
                (count.Since, count.Lines) = (_time.GetTimestamp(), 0);
            }

            if (count.Lines >= LinesPerMinute)
            {
                count.Suppressed++;
                return false;
            }

            count.Lines++;
            return true;
        }
    }

    private void TellSuppressed()
    {
        lock (_lock)
        {
            foreach (var (kind, count) in _counts)
            {
                count.Tell(kind);
            }
        }
    }

    private sealed class Count(ILogger logger)
    {
        public long Since { get; set; }

        public int Lines { get; set; }

        public long Suppressed { get; set; }

        public void Tell(LogKind kind)
        {
            if (Suppressed > 0)
            {
                logger.Log(kind.Level, "{Count} more lines of this kind were left out: {Kind}", Suppressed, kind.Template);
                Suppressed = 0;
            }
        }
    }

    private sealed class BoundedLogger(BoundedConsole console, ILogger inner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (inner.IsEnabled(logLevel) && console.Take(LogKind.Of(category, logLevel, state), inner))
            {
                inner.Log(logLevel, eventId, state, exception, formatter);
            }
        }
    }
}
