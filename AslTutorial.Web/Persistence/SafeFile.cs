namespace AslTutorial.Web.Persistence;

/// <summary>Writes files atomically: to a temporary file, flushed to the disk, then renamed.</summary>
internal static class SafeFile
{
    /// <summary>Writes <paramref name="content"/> to <paramref name="path"/>, up to <paramref name="limit"/> bytes.</summary>
    /// <param name="commit">Called when all bytes are there; false discards them.</param>
    /// <param name="keepPrevious">Where to move the replaced file, or null to delete it.</param>
    /// <returns>Whether the file was written.</returns>
    /// <exception cref="FileTooLargeException">The content has more than <paramref name="limit"/> bytes.</exception>
    public static async Task<bool> WriteAsync(
        string path, Stream content, long limit, Func<Task<bool>> commit, string? keepPrevious, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var aside = $"{path}.{Guid.NewGuid():n}.part";
        try
        {
            await using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await CopyAsync(content, file, limit, cancel);
                file.Flush(flushToDisk: true);
            }

            if (!await commit())
            {
                return false;
            }

            if (keepPrevious is not null && File.Exists(path))
            {
                File.Move(path, keepPrevious, overwrite: true);
            }

            File.Move(aside, path, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>Opens a file for reading, even while it is being replaced; null if it does not exist.</summary>
    public static FileStream? Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Copies up to <paramref name="limit"/> bytes.</summary>
    /// <exception cref="FileTooLargeException">There are more.</exception>
    public static async Task CopyAsync(Stream from, FileStream to, long limit, CancellationToken cancel)
    {
        const int BufferSize = 81_920;
        var buffer = new byte[BufferSize];
        long total = 0;
        int read;
        while ((read = await from.ReadAsync(buffer, cancel)) > 0)
        {
            total += read;
            if (total > limit)
            {
                throw new FileTooLargeException(limit);
            }

            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
    }
}
