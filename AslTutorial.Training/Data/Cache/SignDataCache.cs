using System.Security;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Data.Cache;

/// <summary>
/// Decoded data sets on disk. Nothing here can fail a load: what cannot be read is made anew, and what cannot be written
/// is said once. Files are written aside and renamed, so any number of processes may share the folder.
/// </summary>
internal sealed class SignDataCache(string directory, IProgress<string>? progress)
{
    /// <summary>Data sets that are kept; the one written longest ago goes first.</summary>
    internal const int Kept = 4;

    private const string Prefix = "data-v";
    private const string Extension = ".cache";
    private const string AsideExtension = ".aside";

    // A temporary file this much older than a finished one has been abandoned by its writer.
    private static readonly TimeSpan AsideLife = TimeSpan.FromHours(1);

    /// <summary>The file for a source.</summary>
    public string PathOf(CacheKey key) => Path.Combine(directory, $"{Prefix}{CacheHeader.Format}-{key.Kind}-{key.Place}{Extension}");

    /// <summary>The data set made from exactly this source, or null.</summary>
    public SignData? Read(CacheKey key)
    {
        if (directory.Length == 0 || !File.Exists(PathOf(key)))
        {
            return null;
        }

        try
        {
            using var file = new FileStream(PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
            var bytes = new byte[CacheHeader.Size];
            var header = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length ? CacheHeader.FromBytes(bytes) : null;
            if (header is null || header.FileLength != file.Length)
            {
                return Damaged(key);
            }

            if (!header.Identity.AsSpan().SequenceEqual(key.Identity))
            {
                progress?.Report("The source of the data set changed since it was cached.");
                return null;
            }

            var (train, valid) = (ReadSet(file, header.TrainCount), ReadSet(file, header.ValidCount));
            var digest = SignDataDigest.Of(train, valid);
            return digest == Convert.ToHexStringLower(header.Digest)
                ? new SignData(train, valid, new DataSetInfo(key.Kind, train.Count, valid.Count, digest))
                : Damaged(key);
        }
        catch (Exception e) when (IsOfTheDisk(e))
        {
            return Damaged(key);
        }
    }

    /// <summary>Keeps a data set for the next start, if the folder lets it.</summary>
    public void Write(CacheKey key, SignData data)
    {
        if (directory.Length == 0)
        {
            return;
        }

        var path = PathOf(key);
        var aside = $"{path}.{Environment.ProcessId}-{Guid.NewGuid():n}{AsideExtension}";
        try
        {
            Directory.CreateDirectory(directory);
            WriteAside(aside, key, data);
            File.Move(aside, path, overwrite: true);
            CleanUp(path);
        }
        catch (Exception e) when (IsOfTheDisk(e))
        {
            progress?.Report($"The cache folder {directory} cannot be written ({e.Message.TrimEnd('.')}): the next start takes as long as this one.");
            TryDelete(aside);
        }
    }

    private static ImageSet ReadSet(FileStream file, int count)
    {
        var labels = new byte[count];
        var pixels = GC.AllocateUninitializedArray<byte>(count * ImageSet.PixelsPerImage);
        file.ReadExactly(labels);
        file.ReadExactly(pixels);
        return new ImageSet(pixels, labels);
    }

    private static void WriteAside(string aside, CacheKey key, SignData data)
    {
        using var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        file.Write(new CacheHeader(key.Identity, data.Train.Count, data.Valid.Count, Convert.FromHexString(data.Info.Digest)).ToBytes());
        foreach (var set in (ReadOnlySpan<ImageSet>)[data.Train, data.Valid])
        {
            file.Write(set.Labels);
            file.Write(set.Pixels);
        }

        file.Flush(flushToDisk: true);
    }

    private void CleanUp(string written)
    {
        var now = File.GetLastWriteTimeUtc(written);
        var files = new DirectoryInfo(directory).EnumerateFiles(Prefix + "*").OrderByDescending(f => f.LastWriteTimeUtc).ToList();
        var current = files.Where(f => f.Extension == Extension && f.Name.StartsWith($"{Prefix}{CacheHeader.Format}-", StringComparison.Ordinal));
        var old = files.Where(f => f.Extension == Extension).Except(current.Take(Kept));
        var abandoned = files.Where(f => f.Extension == AsideExtension && now - f.LastWriteTimeUtc > AsideLife);
        foreach (var file in old.Concat(abandoned).Where(f => f.FullName != Path.GetFullPath(written)))
        {
            TryDelete(file.FullName);
        }
    }

    private SignData? Damaged(CacheKey key)
    {
        progress?.Report($"The cache file {PathOf(key)} is damaged and is made anew.");
        return null;
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (IsOfTheDisk(e))
        {
            // Another process may hold it; the next write tries again.
        }
    }

    private static bool IsOfTheDisk(Exception e) =>
        e is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException or ArgumentException;
}
