using System.Diagnostics;
using System.IO.Compression;
using AslTutorial.Training.Data.Csv;
using AslTutorial.Training.Data.Synthetic;

namespace AslTutorial.Training.Data.Benchmarks;

/// <summary>Times the loads of one data set. The form that the folder lacks is made in a temporary folder first.</summary>
internal sealed class LoadBench : IDisposable
{
    private readonly DirectoryInfo _scratch = Directory.CreateTempSubdirectory("asl-bench-");

    private LoadBench()
    {
    }

    private string PlainFolder => Path.Combine(_scratch.FullName, "csv");

    private string GzipFolder => Path.Combine(_scratch.FullName, "gz");

    private string CacheFolder => Path.Combine(_scratch.FullName, "cache");

    /// <exception cref="SignDataException">A file is missing.</exception>
    public static LoadBench Prepare(string directory, CancellationToken cancel)
    {
        var folder = SignFolder.Find(directory, null);
        var bench = new LoadBench();
        try
        {
            Directory.CreateDirectory(bench.PlainFolder);
            Directory.CreateDirectory(bench.GzipFolder);
            foreach (var file in (ReadOnlySpan<SignFile>)[folder.Train, folder.Valid])
            {
                cancel.ThrowIfCancellationRequested();
                bench.Copy(file);
            }

            return bench;
        }
        catch
        {
            bench.Dispose();
            throw;
        }
    }

    public LoadReport Run(int repeat, bool synthetic, CancellationToken cancel)
    {
        var (csv, gzip, cache) = (new List<double>(), new List<double>(), new List<double>());
        var data = SignDataSource.Load(new SignDataOptions(PlainFolder, CacheFolder), null, cancel);
        for (var i = 0; i < repeat; i++)
        {
            // In turn, so that a machine that slows down slows down all of them.
            csv.Add(Time(() => SignCsv.Read(SignFolder.Find(PlainFolder, null), null, cancel)));
            gzip.Add(Time(() => SignCsv.Read(SignFolder.Find(GzipFolder, null), null, cancel)));
            cache.Add(Time(() => SignDataSource.Load(new SignDataOptions(PlainFolder, CacheFolder), null, cancel)));
        }

        double? drawing = synthetic ? Time(() => Draw(cancel)) : null;
        return new LoadReport(Environment.ProcessorCount, data.Train.Count, data.Valid.Count, csv, gzip, cache, drawing);
    }

    public void Dispose() => _scratch.Delete(recursive: true);

    private static int Draw(CancellationToken cancel) =>
        SyntheticHands.Train(SyntheticHands.TrainCount, cancel).Count + SyntheticHands.Valid(SyntheticHands.ValidCount, cancel).Count;

    private static double Time<T>(Func<T> load)
    {
        var watch = Stopwatch.StartNew();
        GC.KeepAlive(load());
        return Math.Round(watch.Elapsed.TotalMilliseconds, 1);
    }

    private void Copy(SignFile file)
    {
        var name = file.IsGzip ? Path.GetFileNameWithoutExtension(file.Name) : file.Name;
        using var source = file.Open();
        using (var plain = File.Create(Path.Combine(PlainFolder, name)))
        {
            source.CopyTo(plain);
        }

        var gzip = Path.Combine(GzipFolder, name + ".gz");
        if (file.IsGzip)
        {
            File.Copy(file.Path, gzip);
            return;
        }

        using var input = File.OpenRead(file.Path);
        using var output = new GZipStream(File.Create(gzip), CompressionLevel.Optimal);
        input.CopyTo(output);
    }
}
