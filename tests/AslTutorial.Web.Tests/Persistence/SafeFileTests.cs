using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Persistence;

public sealed class SafeFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Target => Path.Combine(_folder.Path, "runs", "checkpoint");

    private string Previous => Target + ".previous";

    [Fact]
    public async Task WriteAsync_Again_KeepsThePrevious()
    {
        (await WriteAsync([1], commit: true)).ShouldBeTrue();
        (await WriteAsync([2], commit: true)).ShouldBeTrue();
        (await WriteAsync([3], commit: true)).ShouldBeTrue();

        (await File.ReadAllBytesAsync(Target, Cancel)).ShouldBe([3]);
        (await File.ReadAllBytesAsync(Previous, Cancel)).ShouldBe([2]);
        Left().ShouldBe(["checkpoint", "checkpoint.previous"]);
    }

    [Fact]
    public async Task WriteAsync_RefusedWhenComplete_LeavesEverythingAsItWas()
    {
        await WriteAsync([1], commit: true);

        (await WriteAsync([2], commit: false)).ShouldBeFalse();

        (await File.ReadAllBytesAsync(Target, Cancel)).ShouldBe([1]);
        Left().ShouldBe(["checkpoint"]);
    }

    [Fact]
    public async Task WriteAsync_BrokenOffOrTooLarge_LeavesEverythingAsItWas()
    {
        await WriteAsync([1], commit: true);

        await Should.ThrowAsync<IOException>(() => SafeFile.WriteAsync(Target, new BrokenStream(), 100, () => Task.FromResult(true), Previous, Cancel));
        await Should.ThrowAsync<FileTooLargeException>(() => WriteAsync(new byte[101], commit: true));

        (await File.ReadAllBytesAsync(Target, Cancel)).ShouldBe([1]);
        Left().ShouldBe(["checkpoint"]);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<bool> WriteAsync(byte[] bytes, bool commit)
    {
        using var content = new MemoryStream(bytes);
        return await SafeFile.WriteAsync(Target, content, 100, () => Task.FromResult(commit), Previous, Cancel);
    }

    private IEnumerable<string> Left() => Directory.GetFiles(Path.GetDirectoryName(Target)!).Select(f => Path.GetFileName(f)).Order();

    /// <summary>Gives some bytes and then breaks, as a connection does.</summary>
    private sealed class BrokenStream : MemoryStream
    {
        private bool _read;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_read)
            {
                throw new IOException("The connection broke.");
            }

            _read = true;
            return ValueTask.FromResult(10);
        }
    }
}
