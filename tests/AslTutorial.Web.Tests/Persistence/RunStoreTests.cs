using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Persistence;

public class RunStoreTests(SharedSite shared)
{
    private const int Limit = 1 << 20;

    private readonly Guid _run = Guid.NewGuid();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IRunStore Store => shared.Site.Services.GetRequiredService<IRunStore>();

    [Fact]
    public async Task Write_Again_KeepsThePrevious()
    {
        (await WriteAsync("checkpoint", [1])).ShouldBeTrue();
        (await WriteAsync("checkpoint", [2])).ShouldBeTrue();
        (await WriteAsync("checkpoint", [3])).ShouldBeTrue();

        (await ReadAsync("checkpoint")).ShouldBe([3]);
        (await ReadAsync("checkpoint.previous")).ShouldBe([2]);
    }

    [Fact]
    public async Task Write_RefusedWhenComplete_LeavesEverythingAsItWas()
    {
        await WriteAsync("checkpoint", [1]);
        await WriteAsync("checkpoint", [2]);
        var before = await Store.VersionAsync(new(_run, "checkpoint"), Cancel);

        (await WriteAsync("checkpoint", [3], commit: false)).ShouldBeFalse();

        (await ReadAsync("checkpoint")).ShouldBe([2]);
        (await ReadAsync("checkpoint.previous")).ShouldBe([1]);
        (await Store.VersionAsync(new(_run, "checkpoint"), Cancel)).ShouldBe(before);
    }

    [Fact]
    public async Task Write_TooLargeOrBrokenOff_LeavesEverythingAsItWas()
    {
        await WriteAsync("checkpoint", [1]);

        await Should.ThrowAsync<FileTooLargeException>(() => WriteAsync("checkpoint", new byte[Limit + 1]));
        await Should.ThrowAsync<IOException>(() => Store.WriteAsync(new(_run, "checkpoint"), new BrokenStream(), Limit, Yes, "checkpoint.previous", Cancel));

        (await ReadAsync("checkpoint")).ShouldBe([1]);
        (await Store.VersionAsync(new(_run, "checkpoint.previous"), Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Write_MoreThanOnePacket_ComesBackByteForByte()
    {
        var bytes = new byte[Limit];
        new Random(1).NextBytes(bytes);

        await WriteAsync("weights.safetensors", bytes);

        (await ReadAsync("weights.safetensors")).ShouldBe(bytes);
    }

    [Fact]
    public async Task Open_FileIsReplacedMeanwhile_ReadsTheOldOneToItsEnd()
    {
        await WriteAsync("weights.safetensors", [1, 2, 3]);
        await using var old = (await Store.OpenAsync(new(_run, "weights.safetensors"), Cancel)).ShouldNotBeNull();

        await WriteAsync("weights.safetensors", [9]);

        (await BytesAsync(old)).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Version_OtherContent_IsAnother()
    {
        (await Store.VersionAsync(new(_run, "epochs/0/weights.safetensors"), Cancel)).ShouldBeNull();
        await WriteAsync("epochs/0/weights.safetensors", [1]);
        var first = (await Store.VersionAsync(new(_run, "epochs/0/weights.safetensors"), Cancel)).ShouldNotBeNull();

        await WriteAsync("epochs/0/weights.safetensors", [2]);

        (await Store.VersionAsync(new(_run, "epochs/0/weights.safetensors"), Cancel)).ShouldNotBe(first);
    }

    [Fact]
    public async Task Copy_ThereOrNot_SaysWhich()
    {
        var other = new RunFile(Guid.NewGuid(), "checkpoint");
        (await Store.CopyAsync(new(_run, "checkpoint"), other, Cancel)).ShouldBeFalse();
        await WriteAsync("checkpoint", [7]);

        (await Store.CopyAsync(new(_run, "checkpoint"), other, Cancel)).ShouldBeTrue();

        await using var copy = (await Store.OpenAsync(other, Cancel)).ShouldNotBeNull();
        (await BytesAsync(copy)).ShouldBe([7]);
    }

    [Fact]
    public async Task Folder_ListedMeasuredDeleted_IsItselfAlone()
    {
        await WriteAsync("weights.safetensors", [1]);
        await WriteAsync("epochs/0/weights.safetensors", [1, 2]);
        await WriteAsync("epochs/1/weights.safetensors", [1, 2, 3]);
        await WriteAsync("epochs/10/weights.safetensors", [1, 2, 3, 4]);

        (await ListAsync("epochs")).ShouldBe(["epochs/0/weights.safetensors", "epochs/1/weights.safetensors", "epochs/10/weights.safetensors"]);
        (await Store.MeasureAsync(_run, "epochs", Cancel)).ShouldNotBeNull().Bytes.ShouldBe(9);
        (await Store.MeasureAsync("epochs", Cancel)).ShouldContain(one => one.ExecutionId == _run && one.Bytes == 9);

        await Store.DeleteAsync(_run, "epochs/1", Cancel);
        (await ListAsync("epochs")).ShouldBe(["epochs/0/weights.safetensors", "epochs/10/weights.safetensors"]);

        await Store.DeleteAsync(_run, "epochs", Cancel);
        (await ListAsync("epochs")).ShouldBeEmpty();
        (await Store.MeasureAsync(_run, "epochs", Cancel)).ShouldBeNull();
        (await ReadAsync("weights.safetensors")).ShouldBe([1]);

        await Store.DeleteAsync(_run, name: null, Cancel);
        (await Store.OpenAsync(new(_run, "weights.safetensors"), Cancel)).ShouldBeNull();
        await Store.DeleteAsync(_run, name: null, Cancel);
    }

    [Fact]
    public async Task Sweep_NobodyKnowsTheRun_GoesOnceItIsOld()
    {
        await using var site = await TestSite.StartAsync();
        var store = site.Services.GetRequiredService<IRunStore>();
        RunFile[] files = [new(_run, "checkpoint"), new(Guid.NewGuid(), "checkpoint")];
        foreach (var file in files)
        {
            using var content = new MemoryStream([1]);
            await store.WriteAsync(file, content, Limit, Yes, keepPrevious: null, Cancel);
        }

        var known = new HashSet<Guid> { files[1].ExecutionId };

        (await store.SweepAsync(known, DateTimeOffset.UtcNow.AddDays(-1), Cancel)).ShouldBe(0);
        (await store.SweepAsync(known, DateTimeOffset.UtcNow.AddMinutes(1), Cancel)).ShouldBe(1);

        (await store.VersionAsync(files[0], Cancel)).ShouldBeNull();
        (await store.VersionAsync(files[1], Cancel)).ShouldNotBeNull();
    }

    private static Task<bool> Yes() => Task.FromResult(true);

    private async Task<bool> WriteAsync(string name, byte[] bytes, bool commit = true)
    {
        using var content = new MemoryStream(bytes);
        return await Store.WriteAsync(new(_run, name), content, Limit, () => Task.FromResult(commit), name == "checkpoint" ? "checkpoint.previous" : null, Cancel);
    }

    private async Task<byte[]> ReadAsync(string name)
    {
        await using var file = (await Store.OpenAsync(new(_run, name), Cancel)).ShouldNotBeNull();
        return await BytesAsync(file);
    }

    private async Task<IEnumerable<string>> ListAsync(string folder) => (await Store.ListAsync(_run, folder, Cancel)).Order(StringComparer.Ordinal);

    private static async Task<byte[]> BytesAsync(Stream stream)
    {
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, Cancel);
        return bytes.ToArray();
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("The connection broke.");
    }
}
