using System.Security.Cryptography;
using System.Text.Json;

namespace AslTutorial.Web.Persistence.Copies;

/// <summary>The list of a backup's files (backup.json). Written last, so a backup without it is incomplete.</summary>
internal sealed record BackupList(int Version, DateTimeOffset MadeAt, IReadOnlyList<CopiedFile> Files)
{
    public const string FileName = "backup.json";
    public const int CurrentVersion = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public long Bytes => Files.Sum(file => file.Bytes);

    public static async Task<CopiedFile> DescribeAsync(string root, string path, CancellationToken cancel)
    {
        await using var file = File.OpenRead(path);
        var sum = await SHA256.HashDataAsync(file, cancel);
        return new(Path.GetRelativePath(root, path).Replace('\\', '/'), file.Length, Convert.ToHexStringLower(sum));
    }

    public async Task WriteAsync(string root, CancellationToken cancel)
    {
        await using var file = OwnersOnly.CreateFile(Path.Combine(root, FileName));
        await JsonSerializer.SerializeAsync(file, this, Json, cancel);
        file.Flush(flushToDisk: true);
    }

    /// <exception cref="CopyFaultException">There is no list, or it is unusable.</exception>
    public static async Task<BackupList> ReadAsync(string root, CancellationToken cancel)
    {
        var path = Path.Combine(root, FileName);
        if (!File.Exists(path))
        {
            throw new CopyFaultException($"there is no whole backup in '{root}': {FileName} is missing");
        }

        try
        {
            await using var file = File.OpenRead(path);
            var list = await JsonSerializer.DeserializeAsync<BackupList>(file, Json, cancel);
            return list is { Files.Count: > 0, Version: <= CurrentVersion }
                ? list
                : throw new CopyFaultException($"'{path}' is of another version of this site, or empty");
        }
        catch (JsonException e)
        {
            throw new CopyFaultException($"'{path}' cannot be read: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }
}
