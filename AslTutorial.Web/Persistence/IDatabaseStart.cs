using AslTutorial.Web.Hosting;

namespace AslTutorial.Web.Persistence;

/// <summary>Migrates the database to this program's version.</summary>
internal interface IDatabaseStart
{
    /// <exception cref="StartFaultException">The database cannot be used, or a newer program has written it.</exception>
    Task RunAsync(CancellationToken cancel);
}
