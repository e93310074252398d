namespace AslTutorial.Web.Persistence;

/// <summary>A file of an execution.</summary>
/// <param name="Name">Its path, with forward slashes, such as epochs/3/weights.safetensors.</param>
internal readonly record struct RunFile(Guid ExecutionId, string Name);

/// <summary>What is kept of an execution in one of its folders.</summary>
/// <param name="UsedAt">When it was written to last, or looked at.</param>
internal sealed record RunFolder(Guid ExecutionId, long Bytes, DateTimeOffset UsedAt);

/// <summary>Where the files of executions are: in the storage folder, or in the database that several nodes share.</summary>
internal interface IRunStore
{
    /// <summary>Writes a file that is either whole or not there, up to <paramref name="limit"/> bytes.</summary>
    /// <param name="commit">Asked when all bytes are there; false throws them away.</param>
    /// <param name="keepPrevious">The name that the file which is replaced gets, or null.</param>
    /// <returns>Whether the file was written.</returns>
    /// <exception cref="FileTooLargeException">There is more than <paramref name="limit"/>.</exception>
    Task<bool> WriteAsync(RunFile file, Stream content, long limit, Func<Task<bool>> commit, string? keepPrevious, CancellationToken cancel);

    /// <summary>For reading, also while it is replaced; null where it is not there.</summary>
    Task<Stream?> OpenAsync(RunFile file, CancellationToken cancel);

    /// <summary>Another number for other content; null where the file is not there.</summary>
    Task<long?> VersionAsync(RunFile file, CancellationToken cancel);

    /// <summary>Copies a file over whatever is there; false where there is nothing to copy.</summary>
    Task<bool> CopyAsync(RunFile from, RunFile to, CancellationToken cancel);

    /// <summary>The names of the files in one of an execution's folders, in no order.</summary>
    Task<IReadOnlyList<string>> ListAsync(Guid executionId, string folder, CancellationToken cancel);

    /// <summary>Deletes a file, a folder with what is in it, or with no name everything of the execution.</summary>
    Task DeleteAsync(Guid executionId, string? name, CancellationToken cancel);

    /// <summary>The executions that have a folder, with its size.</summary>
    Task<IReadOnlyList<RunFolder>> MeasureAsync(string folder, CancellationToken cancel);

    /// <summary>The same of one execution; null where it has none.</summary>
    Task<RunFolder?> MeasureAsync(Guid executionId, string folder, CancellationToken cancel);

    /// <summary>Tells the other nodes that somebody looks at an execution's folder.</summary>
    Task UseAsync(Guid executionId, string folder, CancellationToken cancel);

    /// <summary>Deletes what no run knows and was written before <paramref name="before"/>.</summary>
    /// <returns>Of how many executions.</returns>
    Task<int> SweepAsync(IReadOnlySet<Guid> known, DateTimeOffset before, CancellationToken cancel);
}
