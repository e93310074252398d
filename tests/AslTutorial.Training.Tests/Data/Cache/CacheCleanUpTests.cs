using AslTutorial.Training.Data;
using AslTutorial.Training.Data.Cache;

namespace AslTutorial.Training.Tests.Data.Cache;

public sealed class CacheCleanUpTests
{
    [Fact]
    public void Write_OldFormatsAndAbandonedFiles_AreCleanedUpAndOthersKept()
    {
        using var source = new ScratchFolder();
        using var cache = new ScratchFolder();
        source.WriteDataSet();
        cache.Write("data-v0-sign-mnist-0123.cache", "");
        cache.Write("data-v1-sign-mnist-0123.cache.1-2.aside", "");
        cache.Write("data-v1-sign-mnist-0123.cache.3-4.aside", "");
        cache.Write("somebody-elses.cache", "");
        File.SetLastWriteTimeUtc(cache["data-v1-sign-mnist-0123.cache.1-2.aside"], DateTime.UnixEpoch);

        Load(source, cache.Path);

        var names = Directory.GetFiles(cache.Path).Select(Path.GetFileName).ToArray();
        names.Length.ShouldBe(3);
        names.ShouldContain("somebody-elses.cache");
        names.ShouldContain("data-v1-sign-mnist-0123.cache.3-4.aside");
    }

    [Fact]
    public void Write_MoreDataSetsThanAreKept_DropsTheOldest()
    {
        using var cache = new ScratchFolder();
        for (var i = 0; i <= SignDataCache.Kept; i++)
        {
            cache.Write($"data-v{CacheHeader.Format}-sign-mnist-{i}.cache", "");
            File.SetLastWriteTimeUtc(cache[$"data-v{CacheHeader.Format}-sign-mnist-{i}.cache"], DateTime.UnixEpoch.AddDays(i));
        }

        using var source = new ScratchFolder();
        source.WriteDataSet();
        Load(source, cache.Path);

        var names = Directory.GetFiles(cache.Path).Select(Path.GetFileName).ToArray();
        names.Length.ShouldBe(SignDataCache.Kept);
        names.ShouldNotContain($"data-v{CacheHeader.Format}-sign-mnist-0.cache");
        names.ShouldNotContain($"data-v{CacheHeader.Format}-sign-mnist-1.cache");
        Load(source, cache.Path).ShouldBeEmpty();
    }

    private static IReadOnlyList<string> Load(ScratchFolder source, string cache)
    {
        var notes = new Notes();
        SignDataSource.Load(new SignDataOptions(source.Path, cache), notes, CancellationToken.None);
        return notes.All;
    }
}
