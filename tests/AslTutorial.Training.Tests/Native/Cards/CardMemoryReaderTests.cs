using AslTutorial.Training.Contracts;
using AslTutorial.Training.Native.Cards;

namespace AslTutorial.Training.Tests.Native.Cards;

/// <summary>One class, so that the fake's static functions serve one test at a time.</summary>
public sealed class CardMemoryReaderTests
{
    private const int Own = 4711;
    private const ulong Gibi = 1UL << 30;

    public CardMemoryReaderTests() => FakeNvidia.Reset();

    public static TheoryData<string> Functions =>
        [.. FakeNvidia.Driver().Keys, .. FakeNvidia.Management().Keys.Where(name => !name.Contains("Processes", StringComparison.Ordinal))];

    [Fact]
    public void Read_OneOfThreeProcesses_GivesItsOwn()
    {
        FakeNvidia.Processes.AddRange([(12, Gibi), (Own, Gibi / 2), (13, Gibi)]);

        Reader().Read().ShouldBe(new CardMemory(1L << 29, 3L << 30, 80L << 30));
    }

    [Fact]
    public void Read_Twice_OpensAndStartsTheLibrariesOnce()
    {
        var opened = 0;
        var reader = new CardMemoryReader(
            () =>
            {
                opened++;
                return FakeNvidia.Driver();
            },
            () =>
            {
                opened++;
                return FakeNvidia.Management();
            },
            0,
            Own);

        reader.Read();
        FakeNvidia.Memory = (80 * Gibi, 78 * Gibi, 2 * Gibi);
        var second = reader.Read();

        second!.UsedBytes.ShouldBe(2L << 30);
        opened.ShouldBe(2);
        FakeNvidia.Calls.Count(call => call == "init").ShouldBe(1);
        FakeNvidia.Calls.Count(call => call == "find").ShouldBe(1);
    }

    [Fact]
    public void Read_ContainerListsOneProcessByTheHostsNumber_TakesItAsOwn()
    {
        FakeNvidia.Processes.Add((990_011, Gibi));
        Reader().Read()!.OwnBytes.ShouldBe(1L << 30);
    }

    [Fact]
    public void Read_ContainerListsSeveralByTheHostsNumbers_DoesNotGuess()
    {
        FakeNvidia.Processes.AddRange([(990_011, Gibi), (990_012, Gibi)]);
        Reader().Read().ShouldBe(new CardMemory(null, 3L << 30, 80L << 30));
    }

    [Fact]
    public void Read_NoProcessListed_KnowsTheCardAlone() => Reader().Read().ShouldBe(new CardMemory(null, 3L << 30, 80L << 30));

    [Fact]
    public void Read_WindowsDriverModel_HasNoOwnNumber()
    {
        // NVML_VALUE_NOT_AVAILABLE
        FakeNvidia.Processes.Add((Own, ulong.MaxValue));
        Reader().Read()!.OwnBytes.ShouldBeNull();
    }

    [Fact]
    public void Read_MoreProcessesThanRoom_AsksAgain()
    {
        FakeNvidia.Processes.AddRange(Enumerable.Range(1, 200).Select(id => ((uint)id, Gibi)));
        FakeNvidia.Processes.Add((Own, 5));

        Reader().Read()!.OwnBytes.ShouldBe(5);
        FakeNvidia.Calls.Count(call => call == "processes").ShouldBe(2);
    }

    [Fact]
    public void Read_DriverThatWritesLongerEntries_HasRoomForThem()
    {
        FakeNvidia.ProcessSize = 32;
        FakeNvidia.Processes.Add((Own, Gibi));
        for (var id = 1U; id < 64; id++)
        {
            FakeNvidia.Processes.Add((id, Gibi));
        }

        Reader().Read()!.OwnBytes.ShouldBe(1L << 30);
    }

    [Fact]
    public void Read_ProcessesNotPermitted_KnowsTheCardAlone()
    {
        FakeNvidia.ProcessesAnswer = FakeNvidia.NoPermission;
        Reader().Read().ShouldBe(new CardMemory(null, 3L << 30, 80L << 30));
    }

    [Fact]
    public void Read_MemoryNotPermitted_IsNull()
    {
        FakeNvidia.MemoryAnswer = FakeNvidia.NoPermission;
        Reader().Read().ShouldBeNull();
    }

    [Fact]
    public void Read_LibraryDoesNotStart_IsNullAndTheLibraryIsNotAskedAgain()
    {
        FakeNvidia.InitAnswer = 9;
        var reader = Reader();
        reader.Read().ShouldBeNull();
        reader.Read().ShouldBeNull();
        FakeNvidia.Calls.ShouldBe(["init"]);
    }

    [Fact]
    public void Read_SecondDevice_AsksForItsPlaceAndNotForItsNumber() =>
        new CardMemoryReader(FakeNvidia.Driver, FakeNvidia.Management, 1, Own).Read().ShouldBeNull("the fake knows the first device's place alone");

    [Theory]
    [MemberData(nameof(Functions))]
    public void Read_FunctionMissing_IsNull(string name)
    {
        var (driver, management) = (FakeNvidia.Driver(), FakeNvidia.Management());
        (driver.Remove(name) || management.Remove(name)).ShouldBeTrue();
        new CardMemoryReader(() => driver, () => management, 0, Own).Read().ShouldBeNull();
    }

    [Fact]
    public void Read_ProcessesFunctionMissing_KnowsTheCardAlone()
    {
        var management = FakeNvidia.Management();
        management.Remove("nvmlDeviceGetComputeRunningProcesses_v3").ShouldBeTrue();
        new CardMemoryReader(FakeNvidia.Driver, () => management, 0, Own).Read().ShouldBe(new CardMemory(null, 3L << 30, 80L << 30));
    }

    [Fact]
    public void Read_LibrariesMissing_IsNull()
    {
        new CardMemoryReader(() => null, FakeNvidia.Management, 0, Own).Read().ShouldBeNull();
        new CardMemoryReader(FakeNvidia.Driver, () => null, 0, Own).Read().ShouldBeNull();
    }

    private static CardMemoryReader Reader() => new(FakeNvidia.Driver, FakeNvidia.Management, 0, Own);
}
