using AslTutorial.Web.Content.Saved;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Web.Tests.Content.Saved;

public sealed class FolderWatchTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private int _told;

    private string File => Path.Combine(_folder.Path, "cnn", "en.md");

    public FolderWatchTests()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, "before");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task File_WrittenInPlace_Told()
    {
        using var watch = Watch();
        await System.IO.File.WriteAllTextAsync(File, "after", TestContext.Current.CancellationToken);
        await ToldAsync();
    }

    [Fact]
    public async Task File_WrittenBesideAndRenamed_Told()
    {
        var beside = Path.Combine(_folder.Path, "en.md~");
        await System.IO.File.WriteAllTextAsync(beside, "after", TestContext.Current.CancellationToken);
        using var watch = Watch();
        System.IO.File.Move(beside, File, overwrite: true);
        await ToldAsync();
    }

    [Fact]
    public async Task File_InAFolderThatIsNew_Told()
    {
        using var watch = Watch();
        Directory.CreateDirectory(Path.Combine(_folder.Path, "cnn", "code"));
        await ToldAsync();
    }

    [Fact]
    public async Task File_SavedSeveralTimesAtOnce_OneCallBehindADebounce()
    {
        var calls = 0;
        using var saves = new Debounce(_time, () => calls++);
        using var watch = new FolderWatch(_folder.Path, () =>
        {
            saves.Poke();
            Interlocked.Increment(ref _told);
        }, _time);
        for (var i = 0; i < 5; i++)
        {
            await System.IO.File.WriteAllTextAsync(File, $"text {i}", TestContext.Current.CancellationToken);
        }

        await ToldAsync();
        calls.ShouldBe(0);
        await Eventually.ShouldBeTrueAsync(
            () =>
            {
                // What is told only now begins the quiet time anew.
                _time.Advance(Debounce.Quiet);
                return calls > 0;
            },
            "the one call");
        calls.ShouldBe(1);
    }

    [Fact]
    public void Looking_FileSaved_ToldAtTheNextLook()
    {
        using var watch = Watch(mustLook: true);
        watch.IsLooking.ShouldBeTrue();
        _time.Advance(FolderWatch.Interval);
        _told.ShouldBe(0);
        System.IO.File.WriteAllText(File, "longer than before");
        _time.Advance(FolderWatch.Interval);
        _told.ShouldBe(1);
        _time.Advance(FolderWatch.Interval);
        _told.ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Dispose_FileSavedAfterwards_NothingTold(bool mustLook)
    {
        var others = 0;
        Watch(mustLook).Dispose();
        using var other = new FolderWatch(_folder.Path, () => Interlocked.Increment(ref others), _time);
        await System.IO.File.WriteAllTextAsync(File, "longer than before", TestContext.Current.CancellationToken);
        _time.Advance(FolderWatch.Interval);
        await Eventually.ShouldBeTrueAsync(() => Volatile.Read(ref others) > 0, "a watch that is not disposed tells of the file");
        _told.ShouldBe(0);
    }

    private FolderWatch Watch(bool mustLook = false) => new(_folder.Path, () => Interlocked.Increment(ref _told), _time, mustLook);

    private Task ToldAsync() => Eventually.ShouldBeTrueAsync(() => Volatile.Read(ref _told) > 0, "the watch tells of the file");
}
