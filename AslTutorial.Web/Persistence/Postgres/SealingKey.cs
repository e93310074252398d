namespace AslTutorial.Web.Persistence.Postgres;

/// <summary>A cookie key (ASP.NET Core data protection).</summary>
internal sealed class SealingKey
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}
