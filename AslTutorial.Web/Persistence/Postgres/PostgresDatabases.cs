using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Persistence.Postgres;

/// <summary>The shared database, for whoever does not care which one it is.</summary>
internal sealed class PostgresDatabases(IDbContextFactory<PostgresDb> databases) : IDbContextFactory<SiteDb>
{
    public SiteDb CreateDbContext() => databases.CreateDbContext();

    public async Task<SiteDb> CreateDbContextAsync(CancellationToken cancellationToken = default) => await databases.CreateDbContextAsync(cancellationToken);
}
