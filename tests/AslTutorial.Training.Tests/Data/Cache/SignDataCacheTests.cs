using AslTutorial.Training.Data;
using AslTutorial.Training.Data.Cache;
using AslTutorial.Training.Data.Csv;

namespace AslTutorial.Training.Tests.Data.Cache;

public sealed class SignDataCacheTests
{
    [Fact]
    public void Load_SecondTime_ReadsTheCacheAndGivesTheSame()
    {
        using var source = new ScratchFolder();
        using var cache = new ScratchFolder();
        source.WriteDataSet();
        var (first, read) = Load(source, cache.Path);
        read.All.ShouldContain(note => note.StartsWith("Reading"));

        var (second, notes) = Load(source, cache.Path);

        notes.All.ShouldBeEmpty();
        second.Info.ShouldBe(first.Info);
        second.Train.Pixels.ShouldBe(first.Train.Pixels);
        second.Train.Labels.ShouldBe(first.Train.Labels);
        second.Valid.Pixels.ShouldBe(first.Valid.Pixels);
        second.Valid.Labels.ShouldBe(first.Valid.Labels);
    }

    [Fact]
    public void Load_SourceChanged_IsReadAnewAndReplacesTheCache()
    {
        using var source = new ScratchFolder();
        using var cache = new ScratchFolder();
        source.WriteDataSet();
        var (first, _) = Load(source, cache.Path);

        source.Write("sign_mnist_valid.csv", CsvText.File(24, 1, 10));
        var (second, notes) = Load(source, cache.Path);

        second.Valid.Labels.ShouldBe([23, 1, 9]);
        second.Info.Digest.ShouldNotBe(first.Info.Digest);
        notes.All.ShouldContain(note => note.Contains("changed"));
        Directory.GetFiles(cache.Path).Length.ShouldBe(1);
        Load(source, cache.Path).Notes.All.ShouldBeEmpty();
    }

    [Fact]
    public void Load_SameLengthAndTimeOtherBytes_IsNoticed()
    {
        using var source = new ScratchFolder();
        using var cache = new ScratchFolder();
        source.WriteDataSet();
        var time = File.GetLastWriteTimeUtc(source["sign_mnist_valid.csv"]);
        Load(source, cache.Path);

        source.Write("sign_mnist_valid.csv", CsvText.File(24, 1, 10));
        File.SetLastWriteTimeUtc(source["sign_mnist_valid.csv"], time);

        Load(source, cache.Path).Data.Valid.Labels.ShouldBe([23, 1, 9]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(20)]
    [InlineData(45)]
    [InlineData(60)]
    [InlineData(90)]
    [InlineData(CacheHeader.Size)]
    [InlineData(CacheHeader.Size + 5000)]
    [InlineData(-1)]
    public void Load_OneByteOfTheCacheFlipped_IsMadeAnew(int at)
    {
        using var source = new ScratchFolder();
        using var cache = new ScratchFolder();
        source.WriteDataSet();
        var (first, _) = Load(source, cache.Path);
        var file = Directory.GetFiles(cache.Path).ShouldHaveSingleItem();
        var good = File.ReadAllBytes(file);
        var bad = (byte[])good.Clone();
        bad[at < 0 ? bad.Length + at : at] ^= 4;
        File.WriteAllBytes(file, bad);

        var (second, notes) = Load(source, cache.Path);

        notes.All.ShouldContain(note => note.Contains("is damaged and is made anew"));
        second.Info.ShouldBe(first.Info);
        second.Train.Pixels.ShouldBe(first.Train.Pixels);
        File.ReadAllBytes(file).ShouldBe(good);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(CacheHeader.Size)]
    [InlineData(9000)]
    public void Load_CacheCutShort_IsMadeAnew(int length)
    {
        using var source = new ScratchFolder();
        using var cache = new ScratchFolder();
        source.WriteDataSet();
        var (first, _) = Load(source, cache.Path);
        var file = Directory.GetFiles(cache.Path).ShouldHaveSingleItem();
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..length]);

        var (second, notes) = Load(source, cache.Path);

        notes.All.ShouldContain(note => note.Contains("is damaged"));
        second.Info.ShouldBe(first.Info);
    }

    [Fact]
    public void Load_FolderCannotBeWritten_WorksAndSaysSo()
    {
        using var source = new ScratchFolder();
        source.WriteDataSet();
        source.Write("file", "");

        var (data, notes) = Load(source, Path.Combine(source["file"], "cache"));

        data.Train.Count.ShouldBe(24);
        notes.All.ShouldContain(note => note.Contains("cannot be written"));
    }

    [Fact]
    public void Load_FaultySource_LeavesNoCache()
    {
        using var source = new ScratchFolder();
        using var cache = new ScratchFolder();
        source.WriteDataSet();
        source.Write("sign_mnist_valid.csv", "nothing");

        Should.Throw<SignDataException>(() => Load(source, cache.Path));

        Directory.GetFileSystemEntries(cache.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Load_ManyAtOnce_AllGiveTheSameAndLeaveOneFile()
    {
        using var source = new ScratchFolder();
        using var cache = new ScratchFolder();
        source.WriteDataSet();
        using var start = new ManualResetEventSlim();

        var loads = Enumerable.Range(0, 6).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.Wait();
                return Enumerable.Range(0, 5).Select(_ => Load(source, cache.Path).Data.Info.Digest).ToArray();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)).ToArray();
        start.Set();
        var digests = await Task.WhenAll(loads);

        digests.SelectMany(d => d).Distinct().Count().ShouldBe(1);
        Directory.GetFiles(cache.Path).Length.ShouldBe(1);
        Load(source, cache.Path).Notes.All.ShouldBeEmpty();
    }

    [Fact]
    public void PathOf_TwoFolders_AreTwoFiles()
    {
        using var one = new ScratchFolder();
        using var two = new ScratchFolder();
        one.WriteDataSet();
        two.WriteDataSet();
        var cache = new SignDataCache("c", null);

        cache.PathOf(CacheKey.Of(SignFolder.Find(one.Path, null))).ShouldNotBe(cache.PathOf(CacheKey.Of(SignFolder.Find(two.Path, null))));
    }

    private static (SignData Data, Notes Notes) Load(ScratchFolder source, string cache)
    {
        var notes = new Notes();
        return (SignDataSource.Load(new SignDataOptions(source.Path, cache), notes, CancellationToken.None), notes);
    }
}
