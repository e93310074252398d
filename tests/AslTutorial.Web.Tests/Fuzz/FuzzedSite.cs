using System.Collections.Concurrent;
using System.Globalization;
using AslTutorial.Web.Tests.Site;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AslTutorial.Web.Tests.Fuzz;

/// <summary>A site that is fed what nobody would send, and what it logs of that.</summary>
internal sealed class FuzzedSite : IAsyncDisposable
{
    private const long MaxGrowth = 200L << 20;

    private readonly Faults _faults = new();
    private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);

    private FuzzedSite(TestSite site)
    {
        Site = site;
        site.Services.GetRequiredService<ILoggerFactory>().AddProvider(_faults);
    }

    public TestSite Site { get; }

    /// <summary>How many inputs: few in the suite, as many as ASL_FUZZ says in a long run.</summary>
    public static int Count(int inSuite) =>
        int.TryParse(Environment.GetEnvironmentVariable("ASL_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : inSuite;

    public static async Task<FuzzedSite> StartAsync(params (string Name, string Value)[] settings) => new(await TestSite.StartAsync(
        [("Runs:PerLearner", "1"), ("Runs:Queue", "1"), ("Admission:LearnersPerAddress", "100000"), ("Admission:Addresses", "10000"), .. settings]));

    /// <summary>Nothing was thrown that nobody caught, memory has not grown, and the site answers.</summary>
    public async Task ShouldBeWellAsync()
    {
        using var client = Site.Client();
        (await client.GetAsync(new Uri("/api/runs", UriKind.Relative), TestContext.Current.CancellationToken)).IsSuccessStatusCode.ShouldBeTrue();
        _faults.Seen.ShouldBeEmpty();
        (GC.GetTotalMemory(forceFullCollection: true) - _before).ShouldBeLessThan(MaxGrowth);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    private sealed class Faults : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Seen { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            // A refusal with its sentence is what the caller is told.
            if (logLevel >= LogLevel.Error && exception is not (null or HubException) && Seen.Count < 20)
            {
                Seen.Enqueue($"{formatter(state, exception)} {exception}");
            }
        }

        public void Dispose()
        {
        }
    }
}
