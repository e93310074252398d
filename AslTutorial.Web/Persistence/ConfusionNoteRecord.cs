using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AslTutorial.Web.Persistence;

/// <summary>A learner's stored note on a confusion matrix; deleted with its run.</summary>
internal sealed class ConfusionNoteRecord
{
    public const int MaxTextLength = 2000;

    public required string LearnerId { get; init; }

    public Guid RunId { get; init; }

    public required string Text { get; set; }

    public DateTimeOffset At { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ConfusionNoteRecord>
    {
        private const int MaxLength = 64;

        public void Configure(EntityTypeBuilder<ConfusionNoteRecord> builder)
        {
            builder.ToTable("ConfusionNotes");
            builder.HasKey(note => new { note.LearnerId, note.RunId });
            builder.Property(note => note.LearnerId).HasMaxLength(MaxLength);
            builder.Property(note => note.Text).HasMaxLength(MaxTextLength);
            builder.HasOne<RunRecord>().WithMany().HasForeignKey(note => note.RunId).OnDelete(DeleteBehavior.Cascade);
        }
    }
}
