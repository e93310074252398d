namespace AslTutorial.Web.Persistence;

/// <summary>A file of an execution.</summary>
/// <param name="Name">Its path, with forward slashes, such as epochs/3/weights.safetensors.</param>
internal readonly record struct RunFile(Guid ExecutionId, string Name);

/// <summary>One of an execution's folders.</summary>
/// <param name="UsedAt">When it was last written or looked at.</param>
internal sealed record RunFolder(Guid ExecutionId, long Bytes, DateTimeOffset UsedAt);

/// <summary>Stores the files of executions: in the storage folder, or in the database that several nodes share.</summary>
internal interface IRunStore
{
    /// <summary>Writes a file atomically: it is either complete or not there.</summary>
    /// <param name="commit">Called when all bytes are there; false discards them.</param>
    /// <param name="keepPrevious">The name to give to the replaced file, or null to delete it.</param>
    /// <returns>Whether the file was written.</returns>
    /// <exception cref="FileTooLargeException">The content has more than <paramref name="limit"/> bytes.</exception>
    Task<bool> WriteAsync(RunFile file, Stream content, long limit, Func<Task<bool>> commit, string? keepPrevious, CancellationToken cancel);

    /// <summary>Opens a file for reading, even while it is being replaced; null if it does not exist.</summary>
    Task<Stream?> OpenAsync(RunFile file, CancellationToken cancel);

    /// <summary>A number that changes with the content; null if the file does not exist.</summary>
    Task<long?> VersionAsync(RunFile file, CancellationToken cancel);

    /// <summary>Copies a file, replacing the target; false if the source does not exist.</summary>
    Task<bool> CopyAsync(RunFile from, RunFile to, CancellationToken cancel);

    /// <summary>The names of the files in one of an execution's folders, unordered.</summary>
    Task<IReadOnlyList<string>> ListAsync(Guid executionId, string folder, CancellationToken cancel);

    /// <summary>Deletes a file or a folder; with a null name everything of the execution.</summary>
    Task DeleteAsync(Guid executionId, string? name, CancellationToken cancel);

    /// <summary>All executions that have this folder, with its size.</summary>
    Task<IReadOnlyList<RunFolder>> MeasureAsync(string folder, CancellationToken cancel);

    /// <summary>The same for one execution; null if it has no such folder.</summary>
    Task<RunFolder?> MeasureAsync(Guid executionId, string folder, CancellationToken cancel);

    /// <summary>Marks an execution's folder as in use, also for other nodes.</summary>
    Task UseAsync(Guid executionId, string folder, CancellationToken cancel);

    /// <summary>Deletes files of unknown executions that were written before <paramref name="before"/>.</summary>
    /// <returns>Number of executions whose files were deleted.</returns>
    Task<int> SweepAsync(IReadOnlySet<Guid> known, DateTimeOffset before, CancellationToken cancel);
}
