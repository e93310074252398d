using AslTutorial.Web.Persistence;
using AslTutorial.Web.Persistence.Condition;

namespace AslTutorial.Web.Retention;

/// <summary>The space that the site uses.</summary>
/// <param name="DatabaseBytes">The database with its journal.</param>
/// <param name="RunBytes">Checkpoints and trained weights.</param>
/// <param name="EpochBytes">Weights and predictions of single epochs.</param>
/// <param name="OtherBytes">Keys, data sets and the trainer's cache.</param>
/// <param name="FreeBytes">Free on the disk; null if the system does not tell.</param>
public sealed record StorageUse(long DatabaseBytes, long RunBytes, long EpochBytes, long OtherBytes, long? FreeBytes)
{
    public long AllBytes => DatabaseBytes + RunBytes + EpochBytes + OtherBytes;
}

/// <summary>Measures the space that the site uses, for health checks and the operator; at most once a minute.</summary>
internal sealed class StorageSize(StorageFolder folder, IDatabaseProbe elsewhere, TimeProvider time)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private StorageUse? _last;
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    public StorageUse Now
    {
        get
        {
            lock (_lock)
            {
                if (_last is null || time.GetUtcNow() >= _next)
                {
                    (_last, _next) = (Measure(), time.GetUtcNow() + Pace);
                }

                return _last;
            }
        }
    }

    private StorageUse Measure()
    {
        long database = 0, run = 0, epoch = 0, other = 0;
        foreach (var file in Files())
        {
            var length = SizeOf(file);
            if (file.FullName.StartsWith(folder.Database, StringComparison.Ordinal))
            {
                database += length;
            }
            else if (!file.FullName.StartsWith(folder.Runs + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                other += length;
            }
            else if (file.FullName.Contains($"{Path.DirectorySeparatorChar}epochs{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            {
                epoch += length;
            }
            else
            {
                run += length;
            }
        }

        var (rows, runFiles, epochFiles) = elsewhere.Measure();
        return new(database + rows, run + runFiles, epoch + epochFiles, other, Free());
    }

    private FileInfo[] Files() => Directory.Exists(folder.Root)
        ? new DirectoryInfo(folder.Root).GetFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint })
        : [];

    // The file may have been deleted since it was listed.
    private static long SizeOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private long? Free()
    {
        try
        {
            return new DriveInfo(folder.Root).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
