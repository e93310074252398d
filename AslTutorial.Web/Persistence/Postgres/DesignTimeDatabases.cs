using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AslTutorial.Web.Persistence.Postgres;

/// <summary>Lets "dotnet ef migrations add NAME --context SiteDb" and "--context PostgresDb" make contexts; no data is written.</summary>
internal sealed class DesignTimeDatabases : IDesignTimeDbContextFactory<SiteDb>, IDesignTimeDbContextFactory<PostgresDb>
{
    SiteDb IDesignTimeDbContextFactory<SiteDb>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SiteDb>().UseSqlite("Data Source=:memory:").Options);

    PostgresDb IDesignTimeDbContextFactory<PostgresDb>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=localhost").Options);
}
