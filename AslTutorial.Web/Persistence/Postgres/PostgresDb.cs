using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Persistence.Postgres;

/// <summary>The database that several nodes share: the tables of one node's, and what that keeps as files.</summary>
internal sealed class PostgresDb(DbContextOptions<PostgresDb> options) : SiteDb(options)
{
    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<SealingKey> SealingKeys => Set<SealingKey>();

    public DbSet<StoredSheet> ContactSheets => Set<StoredSheet>();

    public override string RowColumn => "ctid";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // As SQLite has it: of any length, and ordered byte by byte, whatever language the server speaks.
        configurationBuilder.Properties<string>().HaveColumnType("text").UseCollation("C");
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // PostgreSQL's own xmin: of two nodes that change a run at once, the second is told.
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
