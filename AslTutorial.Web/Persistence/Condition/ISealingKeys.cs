using Microsoft.AspNetCore.DataProtection.Repositories;

namespace AslTutorial.Web.Persistence.Condition;

/// <summary>The keys that seal cookies.</summary>
internal interface ISealingKeys : IXmlRepository
{
    /// <summary>Those that cannot be read, each named for whoever is to mend it.</summary>
    IReadOnlyList<string> Damaged();
}
