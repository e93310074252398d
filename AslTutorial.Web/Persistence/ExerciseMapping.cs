using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AslTutorial.Web.Persistence;

/// <summary>The tables of the learners' work on exercises and questions.</summary>
internal sealed class ExerciseMapping
    : IEntityTypeConfiguration<ExerciseWorkRecord>, IEntityTypeConfiguration<AttemptRecord>, IEntityTypeConfiguration<QuestionAnswerRecord>
{
    private const int CodeLength = 64;

    public void Configure(EntityTypeBuilder<ExerciseWorkRecord> builder)
    {
        builder.ToTable("ExerciseWork");
        builder.HasKey(w => new { w.LearnerId, w.Lesson, w.Exercise });
        builder.Property(w => w.LearnerId).HasMaxLength(CodeLength);
        builder.Property(w => w.Lesson).HasMaxLength(CodeLength);
        builder.Property(w => w.Exercise).HasMaxLength(CodeLength);
    }

    public void Configure(EntityTypeBuilder<AttemptRecord> builder)
    {
        builder.ToTable("Attempts");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.LearnerId).HasMaxLength(CodeLength);
        builder.Property(a => a.Lesson).HasMaxLength(CodeLength);
        builder.Property(a => a.Exercise).HasMaxLength(CodeLength);
        builder.Property(a => a.Status).HasMaxLength(CodeLength);
        builder.Property(a => a.Mistake).HasMaxLength(CodeLength);
        builder.HasIndex(a => new { a.LearnerId, a.Lesson, a.Exercise, a.Id });
    }

    public void Configure(EntityTypeBuilder<QuestionAnswerRecord> builder)
    {
        builder.ToTable("QuestionAnswers");
        builder.HasKey(q => new { q.LearnerId, q.Lesson, q.Question });
        builder.Property(q => q.LearnerId).HasMaxLength(CodeLength);
        builder.Property(q => q.Lesson).HasMaxLength(CodeLength);
        builder.Property(q => q.Question).HasMaxLength(CodeLength);
        builder.Property(q => q.Status).HasMaxLength(CodeLength);
    }
}
