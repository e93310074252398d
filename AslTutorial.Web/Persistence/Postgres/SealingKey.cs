namespace AslTutorial.Web.Persistence.Postgres;

/// <summary>A key that seals cookies.</summary>
internal sealed class SealingKey
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}
