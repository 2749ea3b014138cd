using PreventionAward.Domain;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Templates;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Templates;

/// <summary>The words of the ministry are whole in each language, and say the same with the same values.</summary>
public sealed class EveryLanguageTests
{
    private static readonly TemplateStore Store = Scene.Templates;

    private static readonly string[] Names =
        [.. Directory.GetDirectories(Path.Combine(SourceTree.Root, "templates", "mail")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Mails { get; } = [.. Names];

    [Theory]
    [MemberData(nameof(Mails))]
    public void A_mail_names_the_same_things_in_every_language(string mail)
    {
        var finnish = Store.Mail(mail, Language.Finnish);

        foreach (var language in Language.All)
        {
            var text = Store.Mail(mail, language);
            Assert.Equal(finnish.Placeholders.Order(StringComparer.Ordinal), text.Placeholders.Order(StringComparer.Ordinal));
            Assert.True(text.Subject.Length is > 5 and < 120, $"{mail}/{language}: the subject is \"{text.Subject}\"");
            Assert.DoesNotContain("{{", text.Fill(text.Placeholders.ToDictionary(name => name, _ => "x")).Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_mail_ends_with_somebody_to_ask() => Assert.Equal([], Names
        .SelectMany(mail => Language.All.Select(language => (Mail: mail, Language: language)))
        .Where(mail => !Store.Mail(mail.Mail, mail.Language).Placeholders.Contains("contact")));

    [Fact]
    public void The_form_is_whole_in_every_language() => Assert.Equal([],
        from part in Store.EntryForm.Parts
        from text in (IEnumerable<(string, LocalizedText?)>)[(part.Key, part.Title), ($"{part.Key}.intro", part.Intro), .. part.Fields.SelectMany(TextsOf)]
        from language in Language.All
        where text.Item2 is { } found && !found.Has(language)
        select $"{part.Key}: {text.Item1} ({language})");

    [Fact]
    public void Keys_of_the_form_are_unique_and_what_a_question_hangs_on_exists()
    {
        var form = Store.EntryForm;

        Assert.Equal([], form.Fields.GroupBy(field => field.Key).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.Equal([], form.Fields
            .Where(field => field.ShowWhen is { } when && form.Field(when.Field)?.Options?.Select(option => option.Key).Intersect(when.Is).Count() != when.Is.Count)
            .Select(field => field.Key));
    }

    [Theory]
    [InlineData("title", FieldKind.Line)]
    [InlineData("organisation", FieldKind.Line)]
    [InlineData("contactName", FieldKind.Line)]
    [InlineData("contactMail", FieldKind.Mail)]
    [InlineData("contactPhone", FieldKind.Phone)]
    [InlineData("summary", FieldKind.Text)]
    [InlineData("theme", FieldKind.Text)]
    [InlineData("partners", FieldKind.Rows)]
    [InlineData("objectives", FieldKind.Rows)]
    [InlineData("evaluationDesign", FieldKind.Choice)]
    [InlineData("attachments", FieldKind.Files)]
    public void The_questions_that_the_portal_itself_reads_are_asked(string key, FieldKind kind) =>
        Assert.Equal(kind, Store.EntryForm.Field(key)?.Kind);

    [Fact]
    public void A_form_filled_in_by_kind_has_nothing_missing() =>
        Assert.Equal([], EntryCheck.Problems(Store.EntryForm, FilledForm.Of(Store.EntryForm, "Word", everything: false)).Select(p => $"{p.Key}: {p.Why.Code}"));

    [Fact]
    public void The_criteria_are_whole_in_every_language_and_weigh_a_hundred()
    {
        Assert.Equal(100, Store.Criteria.Sum(criterion => criterion.Weight));
        Assert.Equal([],
            from criterion in Store.Criteria
            from text in (IEnumerable<LocalizedText>)[criterion.Title, criterion.Guidance, .. criterion.Anchors]
            from language in Language.All
            where !text.Has(language)
            select $"{criterion.Key} ({language}): {text}");
        Assert.All(Store.Criteria, criterion => Assert.Equal(6, criterion.Anchors.Count));
    }

    private static IEnumerable<(string, LocalizedText?)> TextsOf(FormField field) =>
    [
        (field.Key, field.Label), ($"{field.Key}.hint", field.Hint),
        .. (field.Options ?? []).Select(option => ($"{field.Key}.{option.Key}", (LocalizedText?)option.Label)),
        .. (field.Fields ?? []).SelectMany(TextsOf),
    ];
}
