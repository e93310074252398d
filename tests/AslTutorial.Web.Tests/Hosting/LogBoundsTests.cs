using AslTutorial.Web.Hosting.Logs;
using Microsoft.Extensions.Logging;

namespace AslTutorial.Web.Tests.Hosting;

public sealed class LogBoundsTests
{
    private const int Flood = 10_000;

    [Fact]
    public void Console_FloodOfOneKind_IsFewLinesAndACount()
    {
        var lines = new Lines();
        using (var console = new BoundedConsole(lines, TimeProvider.System))
        {
            var log = console.CreateLogger("site");
            for (var i = 0; i < Flood; i++)
            {
                log.LogWarning("A caller asks for run {Run}", i);
            }

            log.LogWarning("Something else");
        }

        lines.Written.Count.ShouldBe(BoundedConsole.LinesPerMinute + 2);
        lines.Written.ShouldContain("Something else");
        lines.Written[^1].ShouldBe($"{Flood - BoundedConsole.LinesPerMinute} more lines of this kind were left out: A caller asks for run {{Run}}");
    }

    [Fact]
    public void LastFaults_FloodsAndManyKinds_StayBounded()
    {
        using var faults = new LastFaults(TimeProvider.System);
        var log = faults.CreateLogger("site");
        for (var i = 0; i < Flood; i++)
        {
            log.LogError(new InvalidOperationException(new string('x', 10_000)), "It broke: {Text}", new string('y', 10_000));
        }

        log.LogInformation("All is well");

        var fault = faults.List().ShouldHaveSingleItem();
        fault.Count.ShouldBe(Flood);
        fault.Text.Length.ShouldBe(LastFaults.MaxTextLength);
        fault.Exception!.Length.ShouldBe(LastFaults.MaxTextLength);

        for (var i = 0; i < LastFaults.MaxKinds * 2; i++)
        {
#pragma warning disable CA2254
            log.LogError($"Kind {i}");
#pragma warning restore CA2254
        }

        faults.List().Count.ShouldBe(LastFaults.MaxKinds);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public List<string> Written { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
