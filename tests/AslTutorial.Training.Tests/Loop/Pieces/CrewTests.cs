using AslTutorial.Training.Loop.Pieces;
using AslTutorial.Training.Tests.Native;
using static TorchSharp.torch;

namespace AslTutorial.Training.Tests.Loop.Pieces;

public sealed class CrewTests
{
    private const int Threads = 4;

    [Fact]
    public void Run_ManyParts_EveryPieceSeesWhatAllWroteBefore()
    {
        const int Parts = 2000;
        using var crew = Create();
        var written = new int[Threads];
        var wrong = 0;
        PiecePart part = new("count", piece =>
        {
            // A part writes, the next one reads: all others have written as often as this piece.
            if (written[piece] % 2 == 1 && written.Any(count => count != written[piece]))
            {
                Interlocked.Increment(ref wrong);
            }
        });
        PiecePart write = new("write", piece => written[piece]++);

        crew.Run(Threads, [.. Enumerable.Range(0, Parts).SelectMany(_ => new[] { write, part })]);

        written.ShouldAllBe(count => count == Parts);
        wrong.ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Run_OnePieceFails_ThrowsItsFaultOnceAndTheOthersEnd(int failing)
    {
        using var crew = Create();
        var after = 0;
        PiecePart[] parts =
        [
            new("fails", piece => throw (piece == failing ? new InvalidTimeZoneException("mine") : new OperationCanceledException())),
            new("never", _ => Interlocked.Increment(ref after)),
        ];
        PiecePart[] one = [parts[0] with { Work = piece => { if (piece == failing) { parts[0].Work(piece); } } }, parts[1]];

        Should.Throw<InvalidTimeZoneException>(() => crew.Run(Threads, one)).Message.ShouldBe("mine");

        after.ShouldBe(0);
        crew.Run(Threads, [parts[1]]);
        after.ShouldBe(Threads);
    }

    [Fact]
    public void Run_AllPiecesFail_ThrowsOneFault()
    {
        using var crew = Create();

        Should.Throw<OperationCanceledException>(() => crew.Run(Threads, [new("fails", _ => throw new OperationCanceledException())]));
        crew.Run(Threads, []);
    }

    [Fact]
    public void Run_FewerPiecesThanThreads_LeavesTheOthersOut()
    {
        using var crew = Create();
        var done = new int[Threads];

        crew.Run(2, [new("one", piece => done[piece]++), new("two", piece => done[piece]++)]);

        done.ShouldBe([2, 2, 0, 0]);
    }

    [Fact]
    public void Run_OnItsThreads_TorchComputesWithOneAndWithoutGradients()
    {
        using var crew = Create();
        var (threads, grad) = (new int[Threads], new bool[Threads]);
        using var quiet = no_grad();

        crew.Run(Threads, [new("ask", piece => (threads[piece], grad[piece]) = (get_num_threads(), is_grad_enabled()))]);

        threads.ShouldAllBe(count => count == 1);
        grad.ShouldAllBe(enabled => !enabled);
    }

    [Fact]
    public void Dispose_AfterAFault_LeavesNoThread()
    {
        using (var crew = Create())
        {
            ShouldHaveThreads(Threads - 1);
            Should.Throw<InvalidTimeZoneException>(() => crew.Run(Threads, [new("fails", _ => throw new InvalidTimeZoneException())]));
        }

        ShouldHaveThreads(0);
    }

    [Fact]
    public async Task Run_OneIsLate_TheOthersWaitAsleep()
    {
        using var crew = Create();
        using var begun = new CountdownEvent(Threads);
        using var late = new ManualResetEventSlim();
        var times = new PartTimes(Threads, 2);
        crew.Times = times;
        PiecePart wait = new("late", piece =>
        {
            begun.Signal();
            if (piece == 1)
            {
                late.Wait();
            }
        });
        var running = Task.Run(() => crew.Run(Threads, [wait, new("go on", _ => { })]), TestContext.Current.CancellationToken);
        begun.Wait(TestContext.Current.CancellationToken);

        try
        {
            Assert.SkipUnless(OperatingSystem.IsLinux(), "whether a thread sleeps is read in /proc");
            SpinWait.SpinUntil(() => ThreadStates().All(state => state == 'S'), TimeSpan.FromSeconds(20)).ShouldBeTrue("nobody spins");
        }
        finally
        {
            late.Set();
            await running;
        }

        times.Wait(0).ShouldBeGreaterThan(0);
    }

    /// <summary>So many threads of crews in this process. The system takes a moment to name a thread, and to forget one that has been joined.</summary>
    internal static void ShouldHaveThreads(int count)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "threads are counted by their names in /proc");
        SpinWait.SpinUntil(() => CountThreads() == count, TimeSpan.FromSeconds(20));
        CountThreads().ShouldBe(count);
    }

    private static int CountThreads() => ThreadStates().Count;

    /// <summary>S where a crew's thread sleeps, R where it computes or would.</summary>
    private static List<char> ThreadStates()
    {
        var states = new List<char>();
        foreach (var thread in Directory.GetDirectories("/proc/self/task"))
        {
            try
            {
                if (File.ReadAllText(Path.Combine(thread, "comm")).StartsWith(Crew.ThreadPrefix, StringComparison.Ordinal))
                {
                    var line = File.ReadAllText(Path.Combine(thread, "stat"));
                    states.Add(line[line.LastIndexOf(')') + 2]);
                }
            }
            catch (IOException)
            {
                // It has ended meanwhile.
            }
        }

        return states;
    }

    private static Crew Create()
    {
        _ = TestTorch.Device;
        return new(Threads);
    }
}
