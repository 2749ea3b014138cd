using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Meetings;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Database;
using PreventionAward.Web.Documents;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>Reads how a decision came about: the meetings, and the officials who stepped aside.</summary>
internal static class BehindTheDecision
{
    public static async Task<MeetingFacts> MeetingFactsAsync(this AwardDb db, Competition competition, Decision decision)
    {
        var meetings = await db.Meetings.AsNoTracking().Where(m => m.CompetitionId == competition.Id).OrderBy(m => m.Number).ToListAsync();
        if (meetings.Count == 0) return new([], [], 0);
        var entries = await db.Entries.Where(e => e.CompetitionId == competition.Id && e.Status == EntryStatus.Eligible).Select(e => e.Id).ToListAsync();
        var earlier = await db.ScoreSheets.AsNoTracking().Where(s => s.CompetitionId == competition.Id).Select(s => s.Earlier).ToListAsync();
        return new(
            [.. meetings.Select(m => new HeldMeeting(m.Number, m.OpenedAt, m.ClosedAt))],
            Handling.Without(meetings, entries, decision.RecordedAt ?? DateTimeOffset.MaxValue), earlier.Count(marks => marks.Count > 0))
        {
            MinutedRecusals = await db.MinutedRecusalsAsync(competition, meetings),
            TookPartUntil = [.. from meeting in meetings from entry in entries from part in meeting.TookPartUntil(AgendaItem.Of(entry)) select (part.Person, entry, part.Until)],
        };
    }

    /// <summary>Whoever declared, sits on no jury and never sat, and was found recused: by role, since the decision names no official.</summary>
    public static async Task<IReadOnlyList<OfficialAside>> OfficialsAsideAsync(this AwardDb db, DecisionMaterial material)
    {
        var jurors = material.Jury.Select(m => m.PersonId).Concat(material.Changes.Select(c => c.PersonId)).ToHashSet();
        List<(Entry Entry, Declaration Declaration)> aside =
        [
            .. from entry in material.Entries
               from declaration in material.Declarations
               where declaration.EntryId == entry.Id && declaration.Interest == Interest.Recused && !jurors.Contains(declaration.PersonId)
               select (entry, declaration),
        ];
        if (aside.Count == 0) return [];
        var ids = aside.Select(a => a.Declaration.PersonId).ToArray();
        var offices = await db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Staff);
        var translators = material.Entries.SelectMany(e => e.Translations).Select(t => t.By).ToHashSet();
        return [.. aside.Select(a => new OfficialAside(RolesOf(offices.GetValueOrDefault(a.Declaration.PersonId), translators.Contains(a.Declaration.PersonId)), a.Entry, a.Declaration))];
    }

    private static IReadOnlyList<OfficialRole> RolesOf(StaffRoles staff, bool translates)
    {
        List<OfficialRole> roles = [];
        if ((staff & StaffRoles.Secretary) != 0) roles.Add(OfficialRole.Secretary);
        if ((staff & StaffRoles.Publisher) != 0) roles.Add(OfficialRole.Publisher);
        if (translates) roles.Add(OfficialRole.Translator);
        return roles.Count > 0 ? roles : [OfficialRole.Official];
    }
}
