using System.Runtime.InteropServices;
using AslTutorial.Training.Contracts.Cells;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AslTutorial.Web.Persistence;

internal class SiteDb : DbContext
{
    private const int CodeLength = 64;
    private const int NameLength = 128;

    public SiteDb(DbContextOptions<SiteDb> options)
        : base(options)
    {
    }

    protected SiteDb(DbContextOptions options)
        : base(options)
    {
    }

    /// <summary>The built-in column that identifies a row in any table.</summary>
    public virtual string RowColumn => "rowid";

    public DbSet<LearnerRecord> Learners => Set<LearnerRecord>();

    public DbSet<RunRecord> Runs => Set<RunRecord>();

    public DbSet<DeletedRunRecord> DeletedRuns => Set<DeletedRunRecord>();

    public DbSet<EpochRecord> Epochs => Set<EpochRecord>();

    public DbSet<ConfusionRecord> Confusions => Set<ConfusionRecord>();

    public DbSet<ConfusionNoteRecord> ConfusionNotes => Set<ConfusionNoteRecord>();

    public DbSet<SectionRead> SectionsRead => Set<SectionRead>();

    public DbSet<NotebookRecord> Notebooks => Set<NotebookRecord>();

    public DbSet<NotebookValueRecord> NotebookValues => Set<NotebookValueRecord>();

    public DbSet<CellRunRecord> CellRuns => Set<CellRunRecord>();

    public DbSet<ExerciseWorkRecord> ExerciseWork => Set<ExerciseWorkRecord>();

    public DbSet<AttemptRecord> Attempts => Set<AttemptRecord>();

    public DbSet<QuestionAnswerRecord> QuestionAnswers => Set<QuestionAnswerRecord>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite cannot sort its text form of a DateTimeOffset; UTC ticks sort everywhere.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<LearnerRecord>(learner =>
        {
            learner.ToTable("Learners");
            learner.HasKey(l => l.Id);
            learner.Property(l => l.Id).HasMaxLength(CodeLength);
            learner.HasIndex(l => l.LastSeen);
        });
        modelBuilder.Entity<RunRecord>(run =>
        {
            run.ToTable("Runs");
            run.HasKey(r => r.Id);
            run.Property(r => r.LearnerId).HasMaxLength(CodeLength);
            run.Property(r => r.Lesson).HasMaxLength(CodeLength);
            run.Property(r => r.State).HasConversion<string>().HasMaxLength(CodeLength);
            run.Property(r => r.Model).HasConversion<string>().HasMaxLength(CodeLength);
            run.Property(r => r.Recipe).HasConversion<RecipeConverter>().HasMaxLength(RecipeConverter.MaxLength);
            run.Property(r => r.Steering).HasConversion<SteeringConverter>();
            run.Property(r => r.Name).HasMaxLength(RunRecord.MaxNameLength);
            run.Property(r => r.Note).HasMaxLength(RunRecord.MaxNoteLength);
            run.Property(r => r.FailureCode).HasMaxLength(CodeLength);
            run.Property(r => r.Device).HasMaxLength(NameLength);
            run.Property(r => r.DataKind).HasMaxLength(CodeLength);
            run.Property(r => r.DataDigest).HasMaxLength(NameLength);
            run.Property(r => r.QueueGroup).HasMaxLength(CodeLength);
            run.Property(r => r.OrderKey).HasMaxLength(CodeLength);
            run.Property(r => r.Program).HasMaxLength(CodeLength);
            run.Property(r => r.HolderKey).HasMaxLength(CodeLength);
            run.HasIndex(r => new { r.LearnerId, r.CreatedAt });
            run.HasIndex(r => r.CreatedAt);
            run.HasIndex(r => r.State);
            run.HasIndex(r => r.ExecutionId);
            run.HasIndex(r => r.OrderKey);
            run.HasMany(r => r.Epochs).WithOne().HasForeignKey(e => e.RunId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<DeletedRunRecord>(run =>
        {
            run.ToTable("DeletedRuns");
            run.HasKey(r => r.Id);
        });
        modelBuilder.Entity<EpochRecord>(epoch =>
        {
            epoch.ToTable("Epochs");
            epoch.HasKey(e => new { e.RunId, e.Epoch });
            epoch.Property(e => e.Device).HasMaxLength(NameLength);
        });
        modelBuilder.Entity<ConfusionRecord>(confusion =>
        {
            confusion.ToTable("Confusions");
            confusion.HasKey(c => new { c.RunId, c.Epoch });
            confusion.HasOne<EpochRecord>().WithOne().HasForeignKey<ConfusionRecord>(c => new { c.RunId, c.Epoch });
            confusion.Property(c => c.Counts).HasConversion<CountsConverter, CountsComparer>();
        });
        modelBuilder.ApplyConfiguration(new ConfusionNoteRecord.Mapping());
        modelBuilder.ApplyConfiguration(new SectionReadMapping());
        modelBuilder.ApplyConfiguration<ExerciseWorkRecord>(new ExerciseMapping());
        modelBuilder.ApplyConfiguration<AttemptRecord>(new ExerciseMapping());
        modelBuilder.ApplyConfiguration<QuestionAnswerRecord>(new ExerciseMapping());
        CreateNotebooks(modelBuilder);
    }

    private static void CreateNotebooks(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<NotebookRecord>(notebook =>
        {
            notebook.ToTable("Notebooks");
            notebook.HasKey(n => new { n.LearnerId, n.Lesson });
            notebook.Property(n => n.LearnerId).HasMaxLength(CodeLength);
            notebook.Property(n => n.Lesson).HasMaxLength(CodeLength);
        });
        modelBuilder.Entity<NotebookValueRecord>(value =>
        {
            value.ToTable("NotebookValues");
            value.HasKey(v => new { v.LearnerId, v.Lesson, v.Cell, v.Name });
            value.Property(v => v.LearnerId).HasMaxLength(CodeLength);
            value.Property(v => v.Lesson).HasMaxLength(CodeLength);
            value.Property(v => v.Cell).HasMaxLength(CodeLength);
            value.Property(v => v.Name).HasMaxLength(CodeLength);
            value.Property(v => v.Text).HasMaxLength(CellLimits.MaxTextLength);
        });
        modelBuilder.Entity<CellRunRecord>(run =>
        {
            run.ToTable("CellRuns");
            run.HasKey(r => new { r.LearnerId, r.Lesson, r.Cell });
            run.Property(r => r.LearnerId).HasMaxLength(CodeLength);
            run.Property(r => r.Lesson).HasMaxLength(CodeLength);
            run.Property(r => r.Cell).HasMaxLength(CodeLength);
            run.Property(r => r.Fingerprint).HasMaxLength(NameLength);
            run.Property(r => r.DataDigest).HasMaxLength(NameLength);
        });
    }

    private sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
        time => time.UtcTicks,
        ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    private sealed class CountsConverter() : ValueConverter<int[], byte[]>(counts => ToBytes(counts), bytes => ToCounts(bytes))
    {
        private static byte[] ToBytes(int[] counts) => MemoryMarshal.AsBytes(counts.AsSpan()).ToArray();

        private static int[] ToCounts(byte[] bytes) => MemoryMarshal.Cast<byte, int>(bytes.AsSpan()).ToArray();
    }

    private sealed class CountsComparer() : ValueComparer<int[]>(
        (a, b) => ReferenceEquals(a, b) || (a != null && b != null && Enumerable.SequenceEqual(a, b)),
        counts => counts.Length,
        counts => Enumerable.ToArray(counts));
}
