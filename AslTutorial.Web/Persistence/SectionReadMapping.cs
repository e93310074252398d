using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AslTutorial.Web.Persistence;

internal sealed class SectionReadMapping : IEntityTypeConfiguration<SectionRead>
{
    private const int MaxLength = 64;

    public void Configure(EntityTypeBuilder<SectionRead> builder)
    {
        builder.ToTable("SectionsRead");
        builder.HasKey(read => new { read.LearnerId, read.Lesson, read.Section });
        builder.Property(read => read.LearnerId).HasMaxLength(MaxLength);
        builder.Property(read => read.Lesson).HasMaxLength(MaxLength);
        builder.Property(read => read.Section).HasMaxLength(MaxLength);
    }
}
