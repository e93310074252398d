using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Persistence.Postgres;

/// <summary>Gives the shared database to code that works with either database.</summary>
internal sealed class PostgresDatabases(IDbContextFactory<PostgresDb> databases) : IDbContextFactory<SiteDb>
{
    public SiteDb CreateDbContext() => databases.CreateDbContext();

    public async Task<SiteDb> CreateDbContextAsync(CancellationToken cancellationToken = default) => await databases.CreateDbContextAsync(cancellationToken);
}
