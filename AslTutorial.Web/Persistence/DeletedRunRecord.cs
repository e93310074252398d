namespace AslTutorial.Web.Persistence;

/// <summary>What is left of a run that its owner has deleted: enough to tell who follows a link to it.</summary>
internal sealed class DeletedRunRecord
{
    public Guid Id { get; init; }

    public DateTimeOffset DeletedAt { get; init; }
}
