using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Ui;

/// <summary>The way back from a page of the jury: a member comes from the own desk, staff from the competition's staff page.</summary>
internal static class JuryTrail
{
    public static IReadOnlyList<(string Href, string Text)> Of(Competition competition, Person person, Texts texts)
    {
        var title = competition.Title.Best(texts.Language).Text;
        return person.SeatIn(competition.Id) is null
            ? [(Links.Staff, texts["ui.menu-staff"]), (Links.StaffCompetition(competition.Name), title)]
            : [(Links.Jury, texts["jury.title"]), (Links.JuryDesk(competition.Name), title)];
    }
}
