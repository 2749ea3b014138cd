using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>Saves what was written of the decision, finished or not.</summary>
public sealed class SaveDecisionTexts(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <param name="version">The version that the texts were written upon.</param>
    /// <returns>Refused: approved already, or saved by somebody else meanwhile. Sections kept from the person are left as they are.</returns>
    public async Task<Refusal?> RunAsync(string competition, uint version, IReadOnlyList<WrittenText> texts)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.DecisionMaterialAsync(competition, forChange: true) is not { } material) return new("ui.not-found");
        if (!person.May(Can.WriteDecision, material.Competition.Matter)) return new("ui.not-found");

        var (before, decision) = (material.Decision.Texts, material.Decision);
        foreach (var (section, language, text) in texts.Where(t => material.Sections.Contains(t.Section) && !material.IsWithheld(t.Section, person)))
            if (decision.Write(section, language, text) is { } refusal) return refusal;

        var changed = decision.Texts.Where(t => before.GetValueOrDefault(t.Key) != t.Value).Select(t => t.Key)
            .Concat(before.Keys.Except(decision.Texts.Keys)).Order(StringComparer.Ordinal).ToList();
        if (changed.Count == 0) return null;
        db.Entry(decision).Property<uint>("Version").OriginalValue = version;
        db.Audit(person.Id, "decision-texts-saved", now, material.Competition.Id, null, new { sections = changed });
        return await db.CommitAsync();
    }
}

/// <summary>One section in one language, as it was typed.</summary>
public sealed record WrittenText(string Section, Language Language, string Text);
