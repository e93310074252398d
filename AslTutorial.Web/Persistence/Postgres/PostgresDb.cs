using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Persistence.Postgres;

/// <summary>The database that several nodes share: the tables of SQLite, and tables for what a single node keeps as files.</summary>
internal sealed class PostgresDb(DbContextOptions<PostgresDb> options) : SiteDb(options)
{
    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<SealingKey> SealingKeys => Set<SealingKey>();

    public DbSet<StoredSheet> ContactSheets => Set<StoredSheet>();

    public override string RowColumn => "ctid";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // As in SQLite: unlimited length and bytewise order, whatever the server's locale.
        configurationBuilder.Properties<string>().HaveColumnType("text").UseCollation("C");
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // Concurrency token (PostgreSQL's xmin): if two nodes change a run at once, the second save fails.
        modelBuilder.Entity<RunRecord>().Property<uint>("Version").IsRowVersion();
        modelBuilder.Entity<StoredFile>(file =>
        {
            file.ToTable("StoredFiles");
            file.HasKey(f => new { f.ExecutionId, f.Name });
        });
        modelBuilder.Entity<SealingKey>(key =>
        {
            key.ToTable("SealingKeys");
            key.HasKey(k => k.Name);
        });
        modelBuilder.Entity<StoredSheet>(sheet =>
        {
            sheet.ToTable("ContactSheets");
            sheet.HasKey(s => new { s.Digest, s.Set });
        });
    }
}
