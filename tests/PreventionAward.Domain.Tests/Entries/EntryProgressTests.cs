using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Tests.Entries;

public sealed class EntryProgressTests
{
    private static readonly FormDefinition Form = new("1", LocalizedText.Empty, [new FormPart("project", LocalizedText.Name("Project"),
    [
        new("title", FieldKind.Line, LocalizedText.Name("Title"), Required: true),
        new("running", FieldKind.Choice, LocalizedText.Name("Running"), Options: [new("yes", LocalizedText.Name("Yes")), new("no", LocalizedText.Name("No"))]),
        new("end", FieldKind.Date, LocalizedText.Name("End"), Required: true, ShowWhen: new("running", ["no"])),
    ])]);

    [Theory]
    [InlineData("", "", "", PartState.NotStarted)]
    [InlineData("", "yes", "", PartState.InProgress)]
    [InlineData("A", "yes", "", PartState.Ready)]
    [InlineData("A", "no", "", PartState.InProgress)]
    [InlineData("A", "no", "2026-05-01", PartState.Ready)]
    [InlineData("A", "yes", "not a day, but not asked", PartState.Ready)]
    public void A_part_is_ready_when_every_question_that_is_asked_is_answered(string title, string running, string end, PartState state)
    {
        var answers = Answers.Of([new("title", title), new("running", running), new("end", end)]);

        Assert.Equal(state, EntryProgress.Of(Form, answers, files: 0).Single().State);
    }
}
