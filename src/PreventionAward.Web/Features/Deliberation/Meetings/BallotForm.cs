using PreventionAward.Domain;
using PreventionAward.Domain.Meetings;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Deliberation.Meetings;

/// <summary>A ballot as a form offers and posts it: For, Against, Abstain, or the entry voted for.</summary>
internal static class BallotForm
{
    public static List<Choice> Choices(Vote vote, MeetingView view, Texts t) => vote.IsOnTie
        ? [.. vote.Tied.Select(id => new Choice($"{id.Value}", view.Entries.FirstOrDefault(e => e.Id == id)?.Title ?? "–")), new($"{Stance.Abstain}", t.Written(Stance.Abstain))]
        : [.. Enum.GetValues<Stance>().Select(stance => new Choice($"{stance}", t.Written(stance)))];

    public static (Stance? Stance, EntryId? Choice) Read(string? posted) =>
        Guid.TryParse(posted, out var entry) ? (Stance.For, new EntryId(entry))
        : Enum.TryParse<Stance>(posted, out var stance) && Enum.IsDefined(stance) ? (stance, null)
        : (null, null);
}
