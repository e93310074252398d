using Microsoft.AspNetCore.DataProtection.Repositories;

namespace AslTutorial.Web.Persistence.Condition;

/// <summary>The keys that encrypt cookies (ASP.NET Core data protection).</summary>
internal interface ISealingKeys : IXmlRepository
{
    /// <summary>The unreadable keys, each with the name an operator needs to repair it.</summary>
    IReadOnlyList<string> Damaged();
}
