using System.Net;
using AslTutorial.Web.Admission;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Web.Tests.Admission;

public sealed class WrongKeysTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pay_WrongKey_CostsTimeAndLeavesOneLineAMinute()
    {
        var time = new FakeTimeProvider();
        var lines = new Lines();
        var wrong = new WrongKeys(time, lines);
        var from = IPAddress.Parse("2001:db8:0:1:aaaa::1");
        var first = Enumerable.Range(0, WrongKeys.WaitingPerAddress).Select(i => wrong.PayAsync(IPAddress.Parse($"2001:db8:0:1::{i}"), Cancel)).ToList();

        (await wrong.PayAsync(from, Cancel)).ShouldBeFalse("so many wait already, of that network");
        first.ShouldAllBe(task => !task.IsCompleted);
        var other = wrong.PayAsync(IPAddress.Parse("192.0.2.1"), Cancel);
        other.IsCompleted.ShouldBeFalse("another address is not concerned");
        time.Advance(WrongKeys.Cost);
        (await Task.WhenAll([.. first, other])).ShouldAllBe(answered => answered);

        lines.Texts.ShouldBe(["A wrong key came from 2001:db8:0:1::/64, 1 in all", "A wrong key came from 192.0.2.1, 1 in all"]);
        time.Advance(WrongKeys.BetweenLines);
        _ = wrong.PayAsync(from, Cancel);
        lines.Texts[^1].ShouldBe("A wrong key came from 2001:db8:0:1::/64, 6 in all");
    }

    [Fact]
    public async Task Pay_FromMoreAddressesThanAreKept_IsBounded()
    {
        var time = new FakeTimeProvider();
        var lines = new Lines();
        var wrong = new WrongKeys(time, lines);
        for (var i = 0; i < 4 * WrongKeys.Addresses; i++)
        {
            var paying = wrong.PayAsync(new IPAddress([10, 0, (byte)(i >> 8), (byte)i]), Cancel);
            time.Advance(WrongKeys.Cost);
            (await paying).ShouldBeTrue();
        }
    }

    private sealed class Lines : ILogger<WrongKeys>
    {
        public List<string> Texts { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Texts.Add(formatter(state, exception));
    }
}
