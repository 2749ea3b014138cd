using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Web.Database.Configurations;

internal sealed class EntryConfiguration : IEntityTypeConfiguration<Entry>
{
    public void Configure(EntityTypeBuilder<Entry> entry)
    {
        entry.ToTable("entries");
        entry.HasKey(e => e.Id);
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Ignore(e => e.Submitted);
        entry.Ignore(e => e.Content);
        entry.Ignore(e => e.Title);
        entry.Ignore(e => e.JudgedFiles);
        entry.Property(e => e.Admission).AsJson();
        entry.Property(e => e.Rulings).AsJson();
        entry.Property(e => e.Translations).AsJson();
        entry.Property(e => e.Endorsement).AsJson();

        // A competition with entries is never deleted, only archived.
        entry.HasOne<Competition>().WithMany().HasForeignKey(e => e.CompetitionId).OnDelete(DeleteBehavior.Restrict);
        entry.HasMany(e => e.Versions).WithOne().HasForeignKey(v => v.EntryId);
        entry.HasMany(e => e.Supplements).WithOne().HasForeignKey(s => s.EntryId);
        entry.HasMany(e => e.Team).WithOne().HasForeignKey(m => m.EntryId);

        // PostgreSQL's xmin: of two people saving the same entry, the second is told, not silently obeyed.
        entry.Property<uint>("Version").IsRowVersion();
        entry.HasIndex(e => new { e.CompetitionId, e.Number }).IsUnique();
    }
}

internal sealed class SubmittedVersionConfiguration : IEntityTypeConfiguration<SubmittedVersion>
{
    public void Configure(EntityTypeBuilder<SubmittedVersion> version)
    {
        version.ToTable("entry_versions");
        version.HasKey(v => new { v.EntryId, v.Version });
        version.Property(v => v.Version).ValueGeneratedNever();
        version.Property(v => v.Files).AsJson();

        // Lists name entries without unpacking their answers.
        version.Property<string>("Title").HasComputedColumnSql("coalesce(answers ->> 'title', '')", stored: true);

        // Of two requests with one wish to submit, the second finds that it has been done.
        version.HasIndex(v => new { v.EntryId, v.Key }).IsUnique();
    }
}

internal sealed class TeamMemberConfiguration : IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<TeamMember> member)
    {
        member.ToTable("entry_team");
        member.HasKey(m => new { m.EntryId, m.PersonId });
        member.HasIndex(m => m.PersonId);
        member.Ignore(m => m.MaySubmit);
    }
}

internal sealed class TeamInvitationConfiguration : IEntityTypeConfiguration<TeamInvitation>
{
    public void Configure(EntityTypeBuilder<TeamInvitation> invitation)
    {
        invitation.ToTable("team_invitations");
        invitation.HasKey(i => i.Id);
        invitation.Property(i => i.Mail).HasMaxLength(254);
        invitation.HasOne<Entry>().WithMany().HasForeignKey(i => i.EntryId);
        invitation.HasIndex(i => new { i.EntryId, i.Mail }).IsUnique();
        invitation.HasIndex(i => i.Mail);
    }
}

internal sealed class LateAttemptConfiguration : IEntityTypeConfiguration<LateAttempt>
{
    public void Configure(EntityTypeBuilder<LateAttempt> attempt)
    {
        attempt.ToTable("late_attempts");
        attempt.HasKey(a => a.Id);
        attempt.HasIndex(a => a.CompetitionId);
        attempt.HasIndex(a => new { a.EntryId, a.Key }).IsUnique();
        attempt.Property(a => a.Files).AsJson();
    }
}

internal sealed class ReminderConfiguration : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> reminder)
    {
        reminder.ToTable("reminders");
        reminder.HasKey(r => new { r.EntryId, r.Kind, r.ClosesAt });
        reminder.HasOne<Entry>().WithMany().HasForeignKey(r => r.EntryId);
    }
}

internal sealed class SupplementRequestConfiguration : IEntityTypeConfiguration<SupplementRequest>
{
    public void Configure(EntityTypeBuilder<SupplementRequest> request)
    {
        request.ToTable("supplement_requests");
        request.HasKey(r => r.Id);
        request.Property(r => r.Id).ValueGeneratedNever();
        request.Property(r => r.Fields).AsJson();
        request.Property<uint>("RowVersion").IsRowVersion();
    }
}

internal sealed class OutageConfiguration : IEntityTypeConfiguration<Outage>
{
    public void Configure(EntityTypeBuilder<Outage> outage)
    {
        outage.ToTable("outages");
        outage.HasKey(o => o.Id);
        outage.HasIndex(o => o.From);
    }
}

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.ToTable("attachments");
        attachment.HasKey(a => a.Id);
        attachment.HasOne<Entry>().WithMany().HasForeignKey(a => a.EntryId);
        attachment.Property(a => a.Name).HasMaxLength(200);
        attachment.HasIndex(a => a.Scan);
    }
}

internal sealed class UploadConfiguration : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> upload)
    {
        upload.ToTable("uploads");
        upload.HasKey(u => u.Id);
        upload.Property(u => u.Id).ValueGeneratedNever();
        upload.Property(u => u.Name).HasMaxLength(300);
        upload.Property(u => u.Sha256).HasMaxLength(64);
        upload.HasOne<Entry>().WithMany().HasForeignKey(u => u.EntryId);
        upload.HasIndex(u => u.TouchedAt);
    }
}

/// <summary>A piece of a file that is on its way.</summary>
/// <param name="Position">Where it begins in the file, in bytes.</param>
public sealed record UploadChunk(Guid UploadId, long Position, byte[] Bytes);

internal sealed class UploadChunkConfiguration : IEntityTypeConfiguration<UploadChunk>
{
    public void Configure(EntityTypeBuilder<UploadChunk> chunk)
    {
        chunk.ToTable("upload_chunks");
        chunk.HasKey(c => new { c.UploadId, c.Position });
        chunk.HasOne<Upload>().WithMany().HasForeignKey(c => c.UploadId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>The bytes of an attached file, apart from its facts so that a list never loads them.</summary>
public sealed record AttachmentContent(Domain.AttachmentId AttachmentId, byte[] Bytes);

internal sealed class AttachmentContentConfiguration : IEntityTypeConfiguration<AttachmentContent>
{
    public void Configure(EntityTypeBuilder<AttachmentContent> content)
    {
        content.ToTable("attachment_contents");
        content.HasKey(c => c.AttachmentId);
        content.HasOne<Attachment>().WithOne().HasForeignKey<AttachmentContent>(c => c.AttachmentId);
    }
}
