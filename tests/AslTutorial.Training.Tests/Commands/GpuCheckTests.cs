using System.Diagnostics;
using AslTutorial.Training.Tests.Loop;
using AslTutorial.Training.Tests.Native;

namespace AslTutorial.Training.Tests.Commands;

/// <summary>tests/gpu/check.sh, on the processor: what it says of a card is only seen on one, but the script itself can be tried.</summary>
public sealed class GpuCheckTests : IDisposable
{
    private readonly TempFolder _temp = new();

    [Fact]
    public async Task Check_OnTheProcessor_RunsEveryPartAndPrintsItsTable()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the script is for Linux");
        CsvFolder.Write(_temp.Path, TinyHands.Data);
        var info = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        info.ArgumentList.Add(Path.Combine(TestPaths.RepositoryRoot, "tests", "gpu", "check.sh"));
        info.Environment["DEVICE"] = "cpu";
        info.Environment["DATA"] = _temp.Path;
        info.Environment["TRAINER"] = Path.Combine(TestPaths.TrainerOutput, "AslTutorial.Training.dll");

        using var process = Process.Start(info)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldBe(0, output + await error);
        output.ShouldContain("| the same run twice --deterministic | ok | bit for bit;");
        output.ShouldContain("| killed after two epochs and resumed | ok |");
        output.ShouldContain("| train --model dense --epochs 3 | ok |");
        output.ShouldContain("| a step, undivided | figure |");
        output.ShouldNotContain("FAILED");
    }

    public void Dispose() => _temp.Dispose();
}
