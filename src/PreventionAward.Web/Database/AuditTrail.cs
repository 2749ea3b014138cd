using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PreventionAward.Domain;
using PreventionAward.Web.Json;

namespace PreventionAward.Web.Database;

/// <summary>Who did what, to which thing, when, and what it was before and after. Written in the same commit; never edited.</summary>
/// <param name="Action">Text key below <c>audit.</c>, such as <c>entry-submitted</c>.</param>
/// <param name="Detail">JSON; null where the action says it all.</param>
public sealed record AuditLine(
    Guid Id, DateTimeOffset At, PersonId? PersonId, string Action, CompetitionId? CompetitionId, EntryId? EntryId, string? Detail);

internal sealed class AuditLineConfiguration : IEntityTypeConfiguration<AuditLine>
{
    public void Configure(EntityTypeBuilder<AuditLine> line)
    {
        line.ToTable("audit_lines");
        line.HasKey(l => l.Id);
        line.Property(l => l.Action).HasMaxLength(60);
        line.Property(l => l.Detail).HasColumnType("jsonb");
        line.HasIndex(l => new { l.CompetitionId, l.At });
        line.HasIndex(l => new { l.EntryId, l.At });
    }
}

/// <summary>Adds a line to the audit trail of the commit at hand.</summary>
public static class AuditTrail
{
    public static void Audit(
        this AwardDb db, PersonId? by, string action, DateTimeOffset at, CompetitionId? competition = null, EntryId? entry = null, object? detail = null) =>
        db.Add(new AuditLine(
            Guid.CreateVersion7(at), at, by, action, competition, entry, detail is null ? null : JsonSerializer.Serialize(detail, AwardJson.Options)));
}
