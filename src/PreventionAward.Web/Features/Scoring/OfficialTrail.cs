using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Scoring;

/// <summary>The way back from a page of the officials: a secretary comes from the staff page, a publisher from the list of decisions.</summary>
internal static class OfficialTrail
{
    public static IReadOnlyList<(string Href, string Text)> Of(Competition competition, Person person, Texts texts) => person.May(Can.ManageCompetition, competition.Matter)
        ? [(Links.Staff, texts["competitions.title"]), (Links.StaffCompetition(competition.Name), competition.Title.Best(texts.Language).Text)]
        : [(Links.Publish, texts["decisions.publish.list-title"])];
}
