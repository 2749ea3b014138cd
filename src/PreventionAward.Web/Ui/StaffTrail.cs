using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Ui;

/// <summary>The way back from a page of the staff: the list of competitions, and the competition by its title.</summary>
internal static class StaffTrail
{
    public static IReadOnlyList<(string Href, string Text)> Of(Competition competition, Texts texts) =>
        [(Links.Staff, texts["competitions.title"]), (Links.StaffCompetition(competition.Name), TitleOf(competition, texts))];

    /// <summary>A competition that is only being made may have no title yet.</summary>
    public static string TitleOf(Competition competition, Texts texts) =>
        competition.Title.IsEmpty() ? texts["competitions.untitled"] : competition.Title.Best(texts.Language).Text;
}
