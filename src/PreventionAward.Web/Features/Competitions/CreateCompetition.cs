using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Templates;

namespace PreventionAward.Web.Features.Competitions;

/// <summary>Makes a new competition in preparation, from the templates or from another one.</summary>
public sealed class CreateCompetition(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, TemplateStore templates, Texts texts)
{
    /// <param name="copyOf">The name of a competition to copy, or empty for the templates.</param>
    /// <returns>Refused: a name that is not plain or is in use; a competition to copy that is not there.</returns>
    public async Task<Refusal?> RunAsync(string name, string copyOf)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        if (!person.May(Can.CreateCompetition)) return new("ui.not-found");
        if (CompetitionName.Check(name) is { } wrong) return wrong;

        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.AnyAsync(c => c.Name == name)) return new("competitions.name-taken", name);
        if (await PlanAsync(db, person, copyOf) is not { } plan) return new("ui.not-found");
        var competition = new Competition(new(Guid.CreateVersion7(now)), name, Provenance.Real);
        competition.SetUp(plan);
        db.Add(competition);
        db.Audit(person.Id, "competition-created", now, competition.Id, detail: new { name, copyOf });
        return await db.CommitAsync();
    }

    private async Task<CompetitionPlan?> PlanAsync(AwardDb db, Person person, string copyOf)
    {
        if (copyOf.Length == 0) return await FromTemplatesAsync();
        return await db.Competitions.AsNoTracking().VisibleTo(person).FirstOrDefaultAsync(c => c.Name == copyOf) is { } other ? Copy(other.Plan) : null;
    }

    // Dates, places and last year's words stay behind: they have been copied forward by mistake before.
    private static CompetitionPlan Copy(CompetitionPlan other) => other with
    {
        Title = LocalizedText.Empty,
        Theme = Theme.Empty,
        Timetable = new(),
        Appointment = LocalizedText.Empty,
        Mandate = JuryMandate.Empty,
        Authority = other.Authority with { DiaryNumber = "" },
    };

    private async Task<CompetitionPlan> FromTemplatesAsync()
    {
        var account = (await current.AccountAsync())!;
        var authority = new Authority(Each("ui.organisation"), Each("ui.council"), "", account.Name, account.Mail, "");
        return new(LocalizedText.Empty, Theme.Empty, authority, new(), templates.EntryForm, templates.Criteria, TieRule.Default, LocalizedText.Empty);
    }

    private LocalizedText Each(string key) =>
        new(texts.In(Language.Finnish)[key], texts.In(Language.Swedish)[key], texts.In(Language.English)[key]);
}
