namespace AslTutorial.Web.Persistence.Postgres;

/// <summary>A file of an execution, such as its checkpoint.</summary>
internal sealed class StoredFile
{
    public Guid ExecutionId { get; init; }

    /// <summary>Its path, with forward slashes.</summary>
    public required string Name { get; init; }

    public DateTimeOffset WrittenAt { get; init; }

    /// <summary>When it was last looked at, exact to a few minutes.</summary>
    public DateTimeOffset UsedAt { get; init; }

    public long Length { get; init; }

    public required byte[] Bytes { get; init; }
}

/// <summary>A contact sheet of a data set, for nodes that no trainer has sent it to.</summary>
internal sealed class StoredSheet
{
    public required string Digest { get; init; }

    public required string Set { get; init; }

    /// <summary>When it was last used, exact to a day.</summary>
    public DateTimeOffset UsedAt { get; init; }

    public required byte[] Bytes { get; init; }
}
