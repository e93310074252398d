using AslTutorial.Web.Persistence;

namespace AslTutorial.Web.Data;

/// <summary>The contact sheets in the storage folder.</summary>
internal sealed class ContactSheets(StorageFolder folder) : IContactSheets
{
    public const long MaxBytes = 8L << 20;

    private const int MaxDigestLength = 128;
    private static readonly string[] Sets = ["train", "valid"];
    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Whether a sheet can have that name.</summary>
    public bool IsName(string digest, string set) => PathOf(digest, set) is not null;

    public string? AddressOf(string digest, string set) =>
        PathOf(digest, set) is { } path && File.Exists(path) ? $"/datasets/{digest}/{set}.png" : null;

    /// <summary>The file's path, or null if there is none.</summary>
    public string? FileOf(string digest, string set) => PathOf(digest, set) is { } path && File.Exists(path) ? path : null;

    /// <summary>All sheets in this folder.</summary>
    public IReadOnlyList<(string Digest, string Set)> All() => Directory.Exists(folder.DataSets)
        ? [.. from digest in Directory.EnumerateDirectories(folder.DataSets).Select(path => Path.GetFileName(path)!)
              from set in Sets
              where FileOf(digest, set) is not null
              select (digest, set)]
        : [];

    /// <summary>Stores a sheet; false if the name is invalid or the content is not a PNG.</summary>
    public async Task<bool> WriteAsync(string digest, string set, Stream content, CancellationToken cancel)
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
        return await SafeFile.WriteAsync(path, buffer, MaxBytes, () => Task.FromResult(true), keepPrevious: null, cancel);
    }

    // Names come from outside: only a hex digest and the two known sets may become a path.
    private string? PathOf(string digest, string set) =>
        digest.Length is > 0 and <= MaxDigestLength && digest.All(char.IsAsciiHexDigit) && Sets.Contains(set)
            ? Path.Combine(folder.DataSets, digest, $"{set}.png")
            : null;
}
