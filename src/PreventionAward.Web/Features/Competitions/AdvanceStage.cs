using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Competitions;

/// <summary>Moves a competition on where that is the secretary's to do; the jury's and the publisher's moves have use cases of their own.</summary>
public sealed class AdvanceStage(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    private static readonly (Stage? From, Stage To, string Action)[] Ours =
    [
        (Stage.Draft, Stage.Open, "competition-opened"),
        (Stage.Open, Stage.Closed, "call-closed"),
        (Stage.Scoring, Stage.Screening, "returned-to-screening"),
        (Stage.Published, Stage.Archived, "competition-archived"),
        (null, Stage.Cancelled, "competition-cancelled"),
    ];

    /// <param name="reason">Told in the audit trail; a cancellation needs one.</param>
    /// <returns>Refused: a stage skipped or somebody else's move; what the move still lacks.</returns>
    public async Task<Refusal?> RunAsync(string name, Stage to, string reason = "")
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.ForStaffAsync(person, name) is not { } competition || !person.May(Can.AdvanceStage, competition.Matter)) return new("ui.not-found");
        if (to == Stage.Cancelled && reason.Length == 0) return new("competitions.cancel-reason-missing");
        if (TextLimit.Check(reason) is { } tooLong) return tooLong;

        var from = competition.Stage;
        var action = Ours.FirstOrDefault(move => (move.From is null || move.From == from) && move.To == to).Action;
        if (action is null) return new("competitions.no-such-move", from, to);
        if (competition.Advance(to, await db.StandingAsync(competition), now) is { } refusal) return refusal;
        db.Audit(person.Id, action, now, competition.Id, detail: reason.Length == 0 ? null : new { reason });
        return await db.CommitAsync();
    }
}
