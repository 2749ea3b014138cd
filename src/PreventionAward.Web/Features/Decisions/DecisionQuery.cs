using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Database;
using PreventionAward.Web.Documents;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>Reads what a decision is drawn from, and keeps back what the reader may not see.</summary>
public static class DecisionQuery
{
    /// <summary>The whole material of a competition's decision, or null where none is recorded.</summary>
    /// <param name="forChange">True to change competition and decision in the same commit.</param>
    public static async Task<DecisionMaterial?> DecisionMaterialAsync(this AwardDb db, string competition, bool forChange = false)
    {
        var tracking = forChange ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        if (await db.Competitions.AsTracking(tracking).SingleOrDefaultAsync(c => c.Name == competition) is not { } found) return null;
        if (await db.Decisions.AsTracking(tracking).SingleOrDefaultAsync(d => d.CompetitionId == found.Id) is not { } decision) return null;

        // By status and not by number: of a reconstructed year the numbers may be unknown.
        EntryStatus[] submitted = [EntryStatus.Submitted, EntryStatus.Eligible, EntryStatus.Ineligible];
        var material = new DecisionMaterial(
            found,
            decision,
            await db.JuryMembers.AsNoTracking().Where(m => m.CompetitionId == found.Id).OrderBy(m => m.Place).ToListAsync(),
            await db.Entries.AsNoTracking().Include(e => e.Versions)
                .Where(e => e.CompetitionId == found.Id && e.Status != EntryStatus.Draft && e.Status != EntryStatus.Withdrawn).OrderBy(e => e.Number).ToListAsync(),
            await db.Declarations.AsNoTracking().Where(d => d.CompetitionId == found.Id).ToListAsync(),
            await db.LateAttempts.AsNoTracking().Where(a => a.CompetitionId == found.Id).OrderBy(a => a.At).ToListAsync())
        {
            Changes = await db.JuryChangesAsync(found.Id),
            Meetings = await db.MeetingFactsAsync(found, decision),
            Corrections = found.Stage.IsPublic
                ? await db.Corrections.AsNoTracking().Where(c => c.CompetitionId == found.Id && c.PublishedAt != null).OrderBy(c => c.Version).ToListAsync()
                : [],
        };
        return material with { Officials = await db.OfficialsAsideAsync(material) };
    }

    /// <summary>What saves are checked against: PostgreSQL's xmin of the decision's row.</summary>
    public static Task<uint> DecisionVersionAsync(this AwardDb db, CompetitionId competition) =>
        db.Decisions.Where(d => d.CompetitionId == competition).Select(d => EF.Property<uint>(d, "Version")).FirstOrDefaultAsync();

    extension(DecisionMaterial material)
    {
        /// <summary>The entries that the jury assessed.</summary>
        public IReadOnlyList<EntryId> AssessedIds => [.. material.Assessed.Select(e => e.Id)];

        /// <summary>The sections that people write, in the order of the document.</summary>
        public IReadOnlyList<string> Sections => material.Decision.Sections(material.Scope);

        /// <summary>How many sections lack a text in that language.</summary>
        public int MissingIn(Language language) => material.Sections.Count(section => !material.Decision[section].Has(language));

        /// <summary>The languages in which the decision is whole, Finnish and Swedish first.</summary>
        public IReadOnlyList<Language> WholeIn => [.. Language.All.Where(language => material.MissingIn(language) == 0)];

        /// <summary>The entry that a section is about: the winner for the grounds, none for the remarks.</summary>
        public EntryId? EntryOf(string section) => section switch
        {
            _ when DecisionSection.IsGrounds(section) => material.Decision.WinnerId,
            DecisionSection.Remarks => null,
            _ => material.AssessedIds.FirstOrDefault(id => DecisionSection.Assessment(id) == section),
        };

        /// <summary>
        /// Whether a section is kept from this person. Entries are weighed against each other: which of them has no assessment tells who won, so
        /// somebody who is recused from one entry (Hallintolaki 27 §) is shown no section about any.
        /// </summary>
        public bool IsWithheld(string section, Person person) => section != DecisionSection.Remarks && material.IsOutcomeWithheld(person);

        public bool IsWithheld(Entry entry, Person person) =>
            !person.May(Can.WriteDecision, entry.MatterIn(material.Competition)) && !person.May(Can.PublishDecision, entry.MatterIn(material.Competition));

        /// <summary>Whether the person stays out of any entry, and so learns the outcome when everybody does.</summary>
        public bool IsOutcomeWithheld(Person person) => material.Entries.Any(e => material.IsWithheld(e, person));

        /// <summary>The material without what is kept from this person: the outcome; of the entry itself only number and title are left.</summary>
        public DecisionMaterial AsSeenBy(Person person)
        {
            var withheld = material.Entries.Where(e => material.IsWithheld(e, person)).Select(e => e.Id).ToHashSet();
            if (withheld.Count == 0) return material;
            var decision = material.Decision;
            var texts = decision.Texts.Where(text => !material.IsWithheld(text.Key, person));
            var seen = Decision.Restore(
                decision.CompetitionId, new(null, [], ""), texts,
                decision.RecordedBy, decision.RecordedAt, decision.ApprovedBy, decision.ApprovedAt);

            // Built anew, not copied: a copy would bring the lists of the whole along.
            return new(
                material.Competition, seen, material.Jury, [.. material.Entries.Select(e => withheld.Contains(e.Id) ? TitleOnly(e) : e)],
                material.Declarations, material.Late)
            { IsOutcomeWithheld = true, Changes = material.Changes, Officials = material.Officials };
        }
    }

    private static Entry TitleOnly(Entry entry)
    {
        var title = Answers.Of((entry.Submitted?.Answers ?? entry.Draft).Values.Where(a => a.Key.Split('@')[0] == "title"));
        return Entry.Restore(new(
            entry.Id, entry.CompetitionId, entry.Number, entry.Language, entry.Status, title, entry.DraftSavedAt, null, entry.ScreenedAt, [], [], entry.Admission));
    }
}
