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
        using var input = new CountedReads(child);
        using var watch = new ParentWatch(input);
        var ended = new TaskCompletionSource();
        using var registration = watch.Ended.Register(ended.SetResult);

        await parent.WriteAsync(new byte[] { 1, 2, 3 }, TestContext.Current.CancellationToken);
        await input.Second.WaitAsync(Patience, TestContext.Current.CancellationToken);
        watch.Ended.IsCancellationRequested.ShouldBeFalse();
        await parent.DisposeAsync();

        await ended.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    /// <summary>Tells when it is read from for the second time: then what came first is dealt with.</summary>
    private sealed class CountedReads(Stream source) : Stream
    {
        private readonly TaskCompletionSource _second = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _reads;

        public Task Second => _second.Task;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            if (++_reads == 2)
            {
                _second.SetResult();
            }

            return source.Read(buffer);
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
