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
        decision.Property(d => d.Texts).AsJson();
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
