using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Web.Database.Configurations;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("accounts");
        account.HasKey(a => a.Id);
        account.Property(a => a.Mail).HasMaxLength(320);
        account.HasIndex(a => a.Mail).IsUnique();

        // Flags are a number: a text could not be filtered by one office.
        account.Property(a => a.Staff).HasConversion<int>();
    }
}

internal sealed class JuryMemberConfiguration : IEntityTypeConfiguration<JuryMember>
{
    public void Configure(EntityTypeBuilder<JuryMember> member)
    {
        member.ToTable("jury_members");
        member.HasKey(m => new { m.CompetitionId, m.PersonId });
        member.HasOne<Competition>().WithMany().HasForeignKey(m => m.CompetitionId);
        member.HasOne<Account>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class JuryChangeConfiguration : IEntityTypeConfiguration<JuryChange>
{
    public void Configure(EntityTypeBuilder<JuryChange> change)
    {
        change.ToTable("jury_changes");
        change.HasKey(c => c.Id);
        change.Ignore(c => c.IsLeaving);
        change.HasIndex(c => new { c.CompetitionId, c.At });
        change.HasOne<Competition>().WithMany().HasForeignKey(c => c.CompetitionId);
        change.HasOne<Account>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DeclarationConfiguration : IEntityTypeConfiguration<Declaration>
{
    public void Configure(EntityTypeBuilder<Declaration> declaration)
    {
        declaration.ToTable("declarations");
        declaration.HasKey(d => new { d.EntryId, d.PersonId });
        declaration.HasIndex(d => d.PersonId);
        declaration.HasIndex(d => d.CompetitionId);

        // Few stay out of anything: who does is found without reading what everybody declared.
        declaration.HasIndex(d => d.CompetitionId, "declarations_not_clear").HasFilter("answer <> 'None' or found_recused is not null");
        declaration.HasOne<Entry>().WithMany().HasForeignKey(d => d.EntryId);
        declaration.Ignore(d => d.Interest);
        declaration.Property<uint>("Version").IsRowVersion();
    }
}

internal sealed class ScoreSheetConfiguration : IEntityTypeConfiguration<ScoreSheet>
{
    public void Configure(EntityTypeBuilder<ScoreSheet> sheet)
    {
        sheet.ToTable("score_sheets");
        sheet.HasKey(s => new { s.EntryId, s.JurorId });

        // The jury's table is read from the index alone.
        sheet.HasIndex(s => s.CompetitionId).IncludeProperties(s => new { s.EntryId, s.JurorId, s.HandedInAt, s.Counted });
        sheet.HasOne<Entry>().WithMany().HasForeignKey(s => s.EntryId);
        sheet.Property(s => s.Marks).AsJson();
        sheet.Property(s => s.Earlier).AsJson();
        sheet.Property(s => s.Paper).AsJson();
        sheet.Ignore(s => s.IsHandedIn);
        sheet.Ignore(s => s.IsBegun);
        sheet.Property<uint>("Version").IsRowVersion();
    }
}

internal sealed class ScoringReminderConfiguration : IEntityTypeConfiguration<ScoringReminder>
{
    public void Configure(EntityTypeBuilder<ScoringReminder> reminder)
    {
        reminder.ToTable("scoring_reminders");
        reminder.HasKey(r => new { r.CompetitionId, r.JurorId, r.Kind, r.About });
        reminder.HasOne<Competition>().WithMany().HasForeignKey(r => r.CompetitionId);
    }
}
