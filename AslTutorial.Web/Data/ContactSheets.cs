using AslTutorial.Web.Persistence;

namespace AslTutorial.Web.Data;

/// <summary>The contact sheets in the storage folder. A file's last write is its last use, exact to a day.</summary>
internal sealed class ContactSheets(StorageFolder folder, TimeProvider time) : IContactSheets
{
    public const long MaxBytes = 8L << 20;

    /// <summary>How long a sheet is kept that nobody uses. A trainer with the same data draws it anew.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(90);

    public static readonly IReadOnlyList<string> Sets = ["train", "valid"];

    private static readonly TimeSpan Grain = TimeSpan.FromDays(1);

    private const int MaxDigestLength = 128;
    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Whether a sheet can have that name.</summary>
    public bool IsName(string digest, string set) => PathOf(digest, set) is not null;

    /// <summary>Whether a sheet has not been used for its whole life.</summary>
    public bool IsOver(DateTimeOffset usedAt) => usedAt < time.GetUtcNow() - Life;

    /// <inheritdoc/>
    public string? AddressOf(string digest, string set)
    {
        if (FileOf(digest, set) is null)
        {
            return null;
        }

        Use(digest, set, time.GetUtcNow());
        return $"/datasets/{digest}/{set}.png";
    }

    /// <summary>The file's path, or null if there is none.</summary>
    public string? FileOf(string digest, string set) => PathOf(digest, set) is { } path && File.Exists(path) ? path : null;

    /// <summary>All sheets in this folder, and when each was last used.</summary>
    public IReadOnlyDictionary<(string Digest, string Set), DateTimeOffset> All() => Directory.Exists(folder.DataSets)
        ? (from digest in Directory.EnumerateDirectories(folder.DataSets).Select(path => Path.GetFileName(path)!)
           from set in Sets
           let path = FileOf(digest, set)
           where path is not null
           select (digest, set, File.GetLastWriteTimeUtc(path))).ToDictionary(one => (one.digest, one.set), one => new DateTimeOffset(one.Item3))
        : new Dictionary<(string, string), DateTimeOffset>();

    /// <summary>Notes that a sheet was used at that time, here or at another node.</summary>
    public void Use(string digest, string set, DateTimeOffset at)
    {
        if (FileOf(digest, set) is not { } path || at - new DateTimeOffset(File.GetLastWriteTimeUtc(path)) < Grain)
        {
            return;
        }

        try
        {
            File.SetLastWriteTimeUtc(path, at.UtcDateTime);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has just been deleted, or the folder is read-only: a day of its life is lost at most.
        }
    }

    /// <summary>Deletes the sheets that have not been used for their whole life.</summary>
    public void DeleteUnused()
    {
        foreach (var ((digest, set), _) in All().Where(one => IsOver(one.Value)))
        {
            var path = PathOf(digest, set)!;
            File.Delete(path);
            var rest = Path.GetDirectoryName(path)!;
            if (!Directory.EnumerateFileSystemEntries(rest).Any())
            {
                Directory.Delete(rest);
            }
        }
    }

    /// <summary>Stores a sheet; false if the name is invalid or the content is not a PNG.</summary>
    /// <param name="usedAt">When it was last used; null means now.</param>
    public async Task<bool> WriteAsync(string digest, string set, Stream content, CancellationToken cancel, DateTimeOffset? usedAt = null)
    {
        if (PathOf(digest, set) is not { } path)
        {
            return false;
        }

        using var buffer = new MemoryStream();
        await content.CopyToAsync(buffer, cancel);
        if (!buffer.GetBuffer().AsSpan(0, (int)buffer.Length).StartsWith(PngSignature))
        {
            return false;
        }

        buffer.Position = 0;
        if (!await SafeFile.WriteAsync(path, buffer, MaxBytes, () => Task.FromResult(true), keepPrevious: null, cancel))
        {
            return false;
        }

        File.SetLastWriteTimeUtc(path, (usedAt ?? time.GetUtcNow()).UtcDateTime);
        return true;
    }

    // Names come from outside: only a hex digest and the two known sets may become a path.
    private string? PathOf(string digest, string set) =>
        digest.Length is > 0 and <= MaxDigestLength && digest.All(char.IsAsciiHexDigit) && Sets.Contains(set)
            ? Path.Combine(folder.DataSets, digest, $"{set}.png")
            : null;
}
