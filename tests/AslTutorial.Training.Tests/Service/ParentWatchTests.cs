using System.IO.Pipes;
using AslTutorial.Training.Service;

namespace AslTutorial.Training.Tests.Service;

public sealed class ParentWatchTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Ended_InputCloses_IsCancelled()
    {
        await using var parent = new AnonymousPipeServerStream(PipeDirection.Out);
        await using var child = new AnonymousPipeClientStream(PipeDirection.In, parent.ClientSafePipeHandle);
        using var watch = new ParentWatch(child);
        var ended = new TaskCompletionSource();
        using var registration = watch.Ended.Register(ended.SetResult);

        await parent.WriteAsync(new byte[] { 1, 2, 3 }, TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        watch.Ended.IsCancellationRequested.ShouldBeFalse();
        await parent.DisposeAsync();

        await ended.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }
}
