using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Tests.Entries;

public sealed class SecrecyTests
{
    private static readonly SubmittedFile Plan = An.File();

    [Fact]
    public void Each_ground_is_known_by_its_point_of_the_law()
    {
        foreach (var ground in Enum.GetValues<SecrecyGround>()) Assert.Equal(ground, Secrecy.Ground(ground.Code));
        Assert.Null(Secrecy.Ground(""));
        Assert.Null(Secrecy.Ground("1"));
    }

    [Fact]
    public void A_mark_stands_beside_its_answer_and_belongs_to_the_content()
    {
        var answers = An.Answers(("title", "A project"), ("remark", "How the police work"));
        var marked = answers.With([new("remark@secret", SecrecyGround.PoliceMethods.Code)]);

        Assert.Equal(SecrecyGround.PoliceMethods, marked.SecretOf("remark"));
        Assert.Null(marked.SecretOf("title"));
        Assert.NotEqual(answers.Digest([]), marked.Digest([]));
    }

    [Fact]
    public void Files_without_marks_have_the_digest_that_they_always_had()
    {
        var answers = An.Answers(("title", "A project"));

        Assert.Equal("8973ac9b", answers.Digest([new(new(Guid.Empty), "plan.pdf", 3, new string('a', 64))])[..8]);
        Assert.NotEqual(answers.Digest([Plan]), answers.Digest([Plan with { NotJudged = true }]));
        Assert.NotEqual(answers.Digest([Plan]), answers.Digest([Plan with { Secret = SecrecyGround.TradeSecret }]));
    }

    [Fact]
    public void What_the_decision_names_cannot_be_secret()
    {
        Assert.False(An.Form.Field("title")!.MayBeSecret());
        Assert.True(An.Form.Field("remark")!.MayBeSecret());
    }

    [Fact]
    public void Staff_decide_on_a_mark_without_touching_what_was_submitted()
    {
        var entry = Submitted(Plan with { NotJudged = true });
        var digest = entry.Submitted!.Sha256;

        Assert.Null(entry.Rule(An.Form, Ruling("remark", SecrecyGround.TradeSecret)));
        Assert.Null(entry.Rule(An.Form, Ruling(Plan.Id.Value.ToString(), null)));

        Assert.Equal(SecrecyGround.TradeSecret, entry.SecretOf("remark"));
        Assert.Equal([Plan.Id], entry.JudgedFiles.Select(f => f.Id));
        Assert.Equal(digest, entry.Submitted.Answers.Digest(entry.Submitted.Files));
    }

    [Fact]
    public void A_ruling_that_agrees_with_the_team_falls_away()
    {
        var entry = Submitted(Plan);
        entry.Rule(An.Form, Ruling("remark", SecrecyGround.TradeSecret));

        Assert.Null(entry.Rule(An.Form, Ruling("remark", null)));

        Assert.Empty(entry.Rulings);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("nothing")]
    [InlineData("00000000-0000-0000-0000-000000000001")]
    public void There_is_no_ruling_on_what_cannot_be_marked(string on) =>
        Assert.Equal("ui.not-found", Submitted(Plan).Rule(An.Form, Ruling(on, SecrecyGround.TradeSecret))?.Code);

    private static StaffRuling Ruling(string on, SecrecyGround? ground) => new(on, ground, false, An.Person(), An.Spring);

    private static Entry Submitted(SubmittedFile file)
    {
        var competition = An.Competition(Stage.Open);
        var entry = An.Entry(competition);
        Assert.Null(entry.Submit(competition, [file], An.Person(), 1, An.Spring));
        return entry;
    }
}
