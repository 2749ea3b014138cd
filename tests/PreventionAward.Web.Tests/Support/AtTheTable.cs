using PreventionAward.Domain.Scoring;

namespace PreventionAward.Web.Tests.Support;

/// <summary>A meeting of the scene's jury that is held with the portal's own forms.</summary>
internal static class AtTheTable
{
    public const string Place = "/jury/year/meeting";

    /// <summary>Nobody is undeclared, and the doubt has been decided: only juror 4 stays out of the entry of team North.</summary>
    public static void DeclareEverything(Scene scene, Web.Database.AwardDb db)
    {
        foreach (var entry in new[] { scene.North, scene.South })
            db.Add(Declaration.Restore(scene.Competition.Id, entry.Id, scene.Cast.Undeclared.Id, InterestAnswer.None, null, "", Scene.Closed, null, null, null));
        var doubt = db.ChangeTracker.Entries<Declaration>().Single(d => d.Entity.PersonId == scene.Cast.InDoubt.Id && d.Entity.EntryId == scene.North.Id).Entity;
        Assert.Null(doubt.Confirm(false, "Why", scene.Cast.Chair.Id, Scene.Closed));
    }

    public static async Task<(Visit Chair, Visit Secretary)> AtNorthAsync(AwardApp app, Scene scene)
    {
        var (chair, secretary) = (app.VisitAs(scene.Cast.Chair), app.VisitAs(scene.Cast.Secretary));
        await chair.GoAsync(Place);
        await chair.SubmitAsync("meeting-open", ("place", "Helsinki"));
        foreach (var person in new[] { scene.Cast.Clear, scene.Cast.Undeclared, scene.Cast.InDoubt, scene.Cast.Recused }) await chair.SubmitAsync("attendance", ("do", $"Arrived:{person.Id.Value}"));
        await secretary.GoAsync(Place);
        await secretary.SubmitAsync("own-presence", ("do", "Arrived"));
        await chair.SubmitAsync("go-on", ("do", "Move:1"));
        await chair.SubmitAsync("attendance", ("do", $"SteppedOut:{scene.Cast.Recused.Id.Value}"));
        await chair.SubmitAsync("consensus", ("text.C2", "Ensin sovittu"));
        Assert.Equal("", chair.Refusal);
        return (chair, secretary);
    }
}
