using AslTutorial.FaultyTrainer;
using AslTutorial.Training.Commands;
using AslTutorial.Training.Tests.Loop;

namespace AslTutorial.Training.Tests.Commands;

/// <summary>What a command does when libtorch throws; the process's end is the test's.</summary>
public sealed class DeviceLossTests
{
    private readonly EndOfProcess _end = new();

    [Fact]
    public async Task Guard_DeviceLost_EndsTheProcessBeforeAnythingIsDisposed()
    {
        var disposedBeforeTheEnd = false;

        var exitCode = await CommandFault.GuardAsync(
            () =>
            {
                try
                {
                    throw new LibtorchException("CUDA error: device-side assert triggered\nMore.");
                }
                finally
                {
                    disposedBeforeTheEnd = _end.Codes.Count == 0;
                }
            },
            _end.Loss);

        _end.Codes.ShouldBe([EndOfProcess.Code]);
        _end.Lines.ShouldHaveSingleItem().ShouldBe("The device is lost and this process ends: CUDA error: device-side assert triggered.");
        disposedBeforeTheEnd.ShouldBeFalse();
        exitCode.ShouldBe(CommandRunner.Failed);
    }

    [Fact]
    public async Task Guard_OutOfMemory_FailsWithoutEndingTheProcess()
    {
        (await CommandFault.GuardAsync(() => throw new LibtorchException("CUDA out of memory. Tried to allocate 2.00 GiB."), _end.Loss)).ShouldBe(CommandRunner.Failed);
        _end.Codes.ShouldBeEmpty();
    }
}
