using AslTutorial.Training.Native.Graphs;

namespace AslTutorial.Training.Tests.Native.Graphs;

public sealed class CudaGraphsTests
{
    private readonly List<string> _log = [];

    public CudaGraphsTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "steps are recorded on Linux alone");
        FakeCuda.Reset();
    }

    public static TheoryData<string> Names => [.. FakeCuda.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Find_OneSymbolMissing_NamesIt(string missing)
    {
        var symbols = CudaGraphSymbols.Find(
            (library, symbol) => $"{library}:{symbol}" == missing ? 0 : FakeCuda.Find(library, symbol), out var named);

        symbols.ShouldBeNull();
        named.ShouldBe(missing.Split(':')[1]);
    }

    [Fact]
    public void Find_AllThere_FindsThem()
    {
        CudaGraphSymbols.Find(FakeCuda.Find, out var missing).ShouldNotBeNull();
        missing.ShouldBeNull();
    }

    [Fact]
    public void Record_Step_IsMadeThreeTimesThenRecordedOnAStreamOfItsOwn()
    {
        using (var graph = Graphs().Record(() => FakeCuda.Calls.Add($"step on {FakeCuda.Current}")))
        {
            graph.ShouldNotBeNull();
            graph.Replay();
        }

        FakeCuda.Calls.ShouldBe(
        [
            "synchronize", "from pool 0 0", "current 4242",
            "step on 4242", "step on 4242", "step on 4242", "synchronize",
            "construct 0", "begin 4242 0 0 1", "step on 4242", "end 4242",
            "current 7", "replay 4242", "destroy 4242",
        ]);
        FakeCuda.Current.ShouldBe(FakeCuda.Default);
        _log.ShouldBeEmpty();
    }

    [Fact]
    public void Record_StepFailsWhileItIsRecorded_TheRecordingIsEndedAndLaterOnesAreTried()
    {
        var graphs = Graphs();
        var calls = 0;

        graphs.Record(() =>
        {
            if (++calls == 4)
            {
                throw new InvalidOperationException("CUDA out of memory\nat somewhere");
            }
        }).ShouldBeNull();

        FakeCuda.Calls.TakeLast(3).ShouldBe(["end 4242", "destroy 4242", "current 7"]);
        _log.ShouldHaveSingleItem().ShouldBe(GraphTrial.Without("CUDA out of memory"));
        using var next = graphs.Record(() => { });
        next.ShouldNotBeNull();
    }

    [Fact]
    public void Record_DriverBreaksItOff_LibtorchIsNotAskedToEndItAndNothingIsRecordedAgain()
    {
        FakeCuda.BreaksTheRecording = true;
        var graphs = Graphs();

        graphs.Record(() => { }).ShouldBeNull();

        FakeCuda.Calls.ShouldContain("end by the driver");
        FakeCuda.Calls.ShouldNotContain("end 4242");
        FakeCuda.Calls.ShouldNotContain("destroy 4242");
        FakeCuda.Current.ShouldBe(FakeCuda.Default);
        FakeCuda.BreaksTheRecording = false;
        FakeCuda.Calls.Clear();
        graphs.Record(() => { }).ShouldBeNull();
        FakeCuda.Calls.ShouldBeEmpty();
        _log.ShouldHaveSingleItem().ShouldContain("the driver broke the recording off");
    }

    [Fact]
    public void Record_OrdinaryStepFails_ItsFaultIsTheCallersAndTheStreamIsBack()
    {
        Should.Throw<InvalidOperationException>(() => Graphs().Record(() => throw new InvalidOperationException("no memory")));

        FakeCuda.Current.ShouldBe(FakeCuda.Default);
        FakeCuda.Calls.ShouldNotContain(call => call.StartsWith("begin", StringComparison.Ordinal));
    }

    [Fact]
    public void Open_NoCudaDevice_RecordsNothingAndSaysNothing()
    {
        GraphTrial.Open(TestTorch.Device, new(), new Log(_log)).ShouldBeSameAs(NoGraphs.Instance);

        _log.ShouldBeEmpty();
    }

    private CudaGraphs Graphs() => new(FakeCuda.Symbols(), () => FakeCuda.Calls.Add("synchronize"), new Log(_log));

    private sealed class Log(List<string> lines) : IProgress<string>
    {
        public void Report(string value) => lines.Add(value);
    }
}
