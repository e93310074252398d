namespace AslTutorial.Web.Persistence;

/// <summary>Files that are either whole or not there: written aside, flushed to the disk, renamed.</summary>
internal static class SafeFile
{
    /// <summary>Writes <paramref name="content"/> to <paramref name="path"/>, up to <paramref name="limit"/> bytes.</summary>
    /// <param name="commit">Asked when all bytes are there; false throws them away.</param>
    /// <param name="keepPrevious">Where the file that is replaced goes, or null.</param>
    /// <returns>Whether the file was written.</returns>
    /// <exception cref="FileTooLargeException">There is more than <paramref name="limit"/>.</exception>
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

    /// <summary>For reading, also while it is replaced; null where it is not there.</summary>
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
    /// <exception cref="FileTooLargeException">There is more than that.</exception>
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
