using PreventionAward.Domain;
using PreventionAward.Domain.Meetings;

namespace PreventionAward.Web.Tests.Support;

/// <summary>A meeting of the scene's jury that is handling the entry of team North, with something of every kind on record.</summary>
internal static class AMeeting
{
    public static Meeting Of(Scene scene)
    {
        var (at, north, cast) = (Scene.Closed.AddDays(6), AgendaItem.Of(scene.North.Id), scene.Cast);
        string Marked(string text) => $"{Scene.NorthMarker} {text}";
        return Meeting.Restore(new(
            Guid.CreateVersion7(), scene.Competition.Id, 1, "Helsinki", cast.Chair.Id, at, null, null, [scene.North.Id, scene.South.Id],
            [.. cast.Jury.Select(j => new Attendance(j.Id, at)), new(cast.Secretary.Id, at, at.AddHours(1))],
            [
                new(AgendaItem.Opening, at, at.AddMinutes(5), [], [cast.Chair.Id], new(4, 3, 5, false)) { Gaps = [new(at.AddMinutes(1), at.AddMinutes(2))] },
                new(AgendaItem.Of(scene.South.Id), at.AddMinutes(5), at.AddMinutes(5), [], [cast.Chair.Id], new(1, 3, 5, false)) { PassedOver = true },
                new(AgendaItem.Decision, at.AddMinutes(5), at.AddMinutes(6), [new(cast.Recused.Id, OutReason.Recused, null, at, at)], [cast.Chair.Id], new(2, 2, 3, false)),
                new(north, at.AddMinutes(6), null, [new(cast.Recused.Id, OutReason.Recused, Domain.Scoring.RecusalGround.Employment, at.AddMinutes(7))], []),
            ],
            [.. scene.Competition.Criteria.Select(c => new Consensus(scene.North.Id, c.Key, Marked("yhteinen näkemys"), Language.Finnish, cast.Chair.Id, at))],
            [
                new(Guid.CreateVersion7(), north, Marked("kysymys?"), [], at, [new(cast.Chair.Id, Stance.For), new(cast.Clear.Id, Stance.Against, null, cast.Chair.Id)], new(1, 1, 0, true, null, true, cast.Chair.Id, at, 1) { Silent = [cast.Undeclared.Id], RecountedAt = at }) { Voided = [new(new(cast.Recused.Id, Stance.For), at)] },
                new(Guid.CreateVersion7(), AgendaItem.Decision, Marked("tasatilanne?"), [scene.North.Id, scene.South.Id], at, [new(cast.Clear.Id, Stance.For, scene.North.Id)], new(1, 0, 0, true, scene.North.Id, false, cast.Chair.Id, at)),
                new(Guid.CreateVersion7(), north, Marked("rauennut?"), [], at, []) { Lapsed = new(Marked("miksi rauennut"), cast.Chair.Id, at) },
                new(Guid.CreateVersion7(), north, Marked("auki?"), [], at, []),
            ],
            [new(north, cast.Clear.Id, Marked("eriävä mielipide"), Language.Finnish, at), new(AgendaItem.Decision, cast.Clear.Id, Marked("eriävä päätöksestä"), Language.Finnish, at)],
            [new(scene.North.Id, Marked("miksi uudelleen"), cast.Chair.Id, at)])
        {
            Outcomes = [new(scene.North.Id, [], [scene.South.Id], Marked("miksi näin"), Marked("miksi ilman"), cast.Chair.Id, at)],
        });
    }
}
