using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PreventionAward.Domain.Competitions;

namespace PreventionAward.Web.Database.Configurations;

internal sealed class CompetitionConfiguration : IEntityTypeConfiguration<Competition>
{
    public void Configure(EntityTypeBuilder<Competition> competition)
    {
        competition.ToTable("competitions");
        competition.HasKey(c => c.Id);
        competition.Property(c => c.Name).HasMaxLength(60);
        competition.HasIndex(c => c.Name).IsUnique();
        competition.Property(c => c.Theme).AsJson();
        competition.Property(c => c.Authority).AsJson();
        competition.Property(c => c.Timetable).AsJson();
        competition.Property(c => c.Form).AsSharedJson();
        competition.Property(c => c.Criteria).AsSharedJson();
        competition.Property(c => c.TieRule).AsJson();
        competition.Property(c => c.Quorum).AsJson();
        competition.Property<List<Milestone>>("milestones").AsJson();
        competition.Ignore(c => c.Milestones);
        competition.Property(c => c.Mandate).AsJson();
        competition.Ignore(c => c.IsJuryFrozen);
        competition.Ignore(c => c.Matter);
        competition.Ignore(c => c.Plan);
        competition.Property<uint>("Version").IsRowVersion();
    }
}
