using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;

namespace PreventionAward.Web.Database.Configurations;

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.ToTable("decisions");
        decision.HasKey(d => d.CompetitionId);
        decision.Property(d => d.CompetitionId).ValueGeneratedNever();
        decision.HasOne<Competition>().WithOne().HasForeignKey<Decision>(d => d.CompetitionId);
        decision.Property(d => d.Mentions).AsJson();
        decision.Property(d => d.SharedWith).AsJson();
        decision.Property(d => d.Tie).AsJson();
        decision.Property(d => d.Deciding).AsJson();
        decision.Property(d => d.Texts).AsJson();
        decision.Property(d => d.TextStanding).AsJson();
        decision.Property<uint>("Version").IsRowVersion();
    }
}

internal sealed class PublishedDocumentConfiguration : IEntityTypeConfiguration<PublishedDocument>
{
    public void Configure(EntityTypeBuilder<PublishedDocument> document)
    {
        document.ToTable("published_documents");
        document.HasKey(d => new { d.CompetitionId, d.Kind, d.Language, d.Version });
        document.Property(d => d.Kind).HasMaxLength(40);
        document.Property(d => d.Version).ValueGeneratedNever();
    }
}

internal sealed class DecisionVersionConfiguration : IEntityTypeConfiguration<DecisionVersion>
{
    public void Configure(EntityTypeBuilder<DecisionVersion> version)
    {
        version.ToTable("decision_versions");
        version.HasKey(v => new { v.CompetitionId, v.Number });
        version.Property(v => v.Number).ValueGeneratedNever();
        version.Property(v => v.Texts).AsJson();
        version.HasOne<Competition>().WithMany().HasForeignKey(v => v.CompetitionId);
    }
}

internal sealed class DecisionCommentConfiguration : IEntityTypeConfiguration<DecisionComment>
{
    public void Configure(EntityTypeBuilder<DecisionComment> comment)
    {
        comment.ToTable("decision_comments");
        comment.Property(c => c.Id).ValueGeneratedNever();
        comment.HasOne<Competition>().WithMany().HasForeignKey(c => c.CompetitionId);
        comment.HasIndex(c => c.CompetitionId);
    }
}

internal sealed class CorrectionConfiguration : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> correction)
    {
        // Of two that are opened at once, the second finds its version taken.
        correction.ToTable("decision_corrections");
        correction.HasKey(c => new { c.CompetitionId, c.Version });
        correction.Property(c => c.Version).ValueGeneratedNever();
        correction.Property(c => c.Facts).AsJson();
        correction.Property(c => c.Content).AsJson();
        correction.Property(c => c.Replaces).AsJson();
        correction.Property(c => c.TextStanding).AsJson();
        correction.Ignore(c => c.Draft);
        correction.Ignore(c => c.AsPublished);
        correction.Ignore(c => c.WrittenForAnother);
        correction.Ignore(c => c.Warnings);
        correction.HasOne<Competition>().WithMany().HasForeignKey(c => c.CompetitionId);
        correction.Property<uint>("RowVersion").IsRowVersion();
    }
}
