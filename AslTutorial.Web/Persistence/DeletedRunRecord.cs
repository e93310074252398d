namespace AslTutorial.Web.Persistence;

/// <summary>Remains of a deleted run, to tell whoever follows a link to it.</summary>
internal sealed class DeletedRunRecord
{
    public Guid Id { get; init; }

    public DateTimeOffset DeletedAt { get; init; }
}
