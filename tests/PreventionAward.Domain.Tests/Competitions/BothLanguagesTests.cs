using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;

namespace PreventionAward.Domain.Tests.Competitions;

public sealed class BothLanguagesTests
{
    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("fi", "sv", null, null)]
    [InlineData("fi", null, "en", "sv")]
    [InlineData(null, "sv", null, "fi")]
    [InlineData(null, null, "en", "sv")]
    public void A_text_lacks_a_national_language_only_where_it_has_been_written_in_another(string? fi, string? sv, string? en, string? lacks) =>
        Assert.Equal(lacks, new LocalizedText(fi, sv, en).LacksNational()?.Code);

    [Fact]
    public void Organiser_appointment_and_organisations_of_the_jury_are_told_in_both_or_not_at_all()
    {
        var plan = An.Plan();
        var half = plan with { Authority = plan.Authority with { Name = new("Viranomainen") }, Appointment = new(Sv: "Tillsatt") };

        Assert.Empty(BothLanguages.Missing(An.Competition(Stage.Draft), [Juror(LocalizedText.Empty), Juror(An.Text("Organisation"))]));
        Assert.Equal(
            [("competitions.authority-lacks-language", "sv"), ("competitions.appointment-lacks-language", "fi"), ("jury.organisation-lacks-language", "sv")],
            BothLanguages.Missing(An.Competition(Stage.Draft, half), [Juror(new("Järjestö"))]).Select(refusal => (refusal.Code, $"{refusal.Args[^1]}")));
    }

    private static JuryMember Juror(LocalizedText organisation) =>
        new() { CompetitionId = new(Guid.NewGuid()), PersonId = An.Person(), Name = LocalizedText.Name("Juror 1"), Organisation = organisation };
}
