using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AslTutorial.Web.Tests.Site;

/// <summary>Everything that a site logs, with all that a log of any format could show of a line.</summary>
internal sealed class LogWatch : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentDictionary<LogLevel, int> _counts = new();

    private LogWatch()
    {
    }

    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>How many lines of this level or a graver one.</summary>
    public int CountFrom(LogLevel level) => _counts.Where(count => count.Key >= level).Sum(count => count.Value);

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
            watch._counts.AddOrUpdate(logLevel, 1, (_, count) => count + 1);
            watch._lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} [{values}] {exception}");
        }
    }
}
