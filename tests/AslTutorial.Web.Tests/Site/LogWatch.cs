using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AslTutorial.Web.Tests.Site;

/// <summary>Everything that a site logs, with all that a log of any format could show of a line.</summary>
internal sealed class LogWatch : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentQueue<(LogLevel Level, string Line)> _leveled = new();

    private LogWatch()
    {
    }

    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>The lines of this level or a graver one, without scopes.</summary>
    public IReadOnlyList<string> LinesFrom(LogLevel level) => [.. _leveled.Where(one => one.Level >= level).Select(one => one.Line)];

    public static LogWatch Of(TestSite site)
    {
        // The site's logging disposes of it.
#pragma warning disable CA2000
        var watch = new LogWatch();
#pragma warning restore CA2000
        site.Services.GetRequiredService<ILoggerFactory>().AddProvider(watch);
        return watch;
    }

    public ILogger CreateLogger(string categoryName) => new Line(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Line(LogWatch watch, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            watch._lines.Enqueue($"{category} scope: {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> named ? string.Join(", ", named) : "";
            var line = $"{logLevel} {category}: {formatter(state, exception)} [{values}] {exception}";
            watch._leveled.Enqueue((logLevel, line));
            watch._lines.Enqueue(line);
        }
    }
}
