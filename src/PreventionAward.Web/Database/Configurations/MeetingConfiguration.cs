using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Meetings;

namespace PreventionAward.Web.Database.Configurations;

internal sealed class MeetingConfiguration : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> meeting)
    {
        meeting.ToTable("meetings");
        meeting.HasKey(m => m.Id);
        meeting.Property(m => m.Id).ValueGeneratedNever();
        meeting.HasOne<Competition>().WithMany().HasForeignKey(m => m.CompetitionId).OnDelete(DeleteBehavior.Restrict);

        // Of two who open a meeting at once the second is told.
        meeting.HasIndex(m => new { m.CompetitionId, m.Number }).IsUnique();
        meeting.Property(m => m.Entries).AsJson();
        meeting.Property(m => m.Attendances).AsJson();
        meeting.Property(m => m.Turns).AsJson();
        meeting.Property(m => m.Consensus).AsJson();
        meeting.Property(m => m.Votes).AsJson();
        meeting.Property(m => m.Dissents).AsJson();
        meeting.Property(m => m.Rescorings).AsJson();
        meeting.Property(m => m.Outcomes).AsJson();
        foreach (var computed in new[] { nameof(Meeting.Agenda), nameof(Meeting.Current), nameof(Meeting.IsOpen), nameof(Meeting.Present), nameof(Meeting.OpenVote), nameof(Meeting.OpenRescoring), nameof(Meeting.IsContested) })
            meeting.Ignore(computed);
    }
}
