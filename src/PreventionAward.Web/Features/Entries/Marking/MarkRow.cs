using PreventionAward.Domain.Entries;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Entries.Marking;

/// <summary>One thing of an entry that can be marked: an answer or an attached file.</summary>
/// <param name="On">The question's key, or the file's id.</param>
/// <param name="Part">Title of the part in which it is asked.</param>
/// <param name="Secret">The mark that holds.</param>
/// <param name="Teams">What the team said; staff see it beside.</param>
/// <param name="NotJudged">Of a file: whether it is kept from the jury.</param>
public sealed record MarkRow(string On, string Part, string Label, bool IsFile, SecrecyGround? Secret, bool NotJudged, SecrecyGround? Teams = null, bool TeamsNotJudged = false)
{
    /// <summary>Every answer given to a question that can be marked, then every file.</summary>
    public static IReadOnlyList<MarkRow> Of(FormDefinition form, Answers answers, IEnumerable<SubmittedFile> files, Texts texts, Entry? ruled = null) =>
    [
        .. from part in form.Parts
           from field in part.Fields
           where field.MayBeSecret() && field.IsAsked(answers) && IsAnswered(field, answers)
           let own = answers.SecretOf(field.Key)
           select new MarkRow(field.Key, part.Title.Best(texts.Language).Text, field.Label.Best(texts.Language).Text, false, ruled is null ? own : ruled.SecretOf(field.Key), false, own),
        .. from file in files
           select new MarkRow(file.Id.Value.ToString(), texts["marks.files"], file.Name, true, ruled is null ? file.Secret : ruled.SecretOf(file), ruled?.IsNotJudged(file) ?? file.NotJudged, file.Secret, file.NotJudged),
    ];

    /// <summary>The ground chosen for it in a posted form.</summary>
    public SecrecyGround? SecretIn(IFormCollection form) => Secrecy.Ground(form[SecretName].FirstOrDefault());

    public bool NotJudgedIn(IFormCollection form) => IsFile && form[NotJudgedName] == "yes";

    public string SecretName => $"secret-{On}";

    public string NotJudgedName => $"not-judged-{On}";

    private static bool IsAnswered(FormField field, Answers answers) =>
        field.Kind == FieldKind.Rows ? answers.Rows(field.Key).Count > 0 : answers[field.Key].Length > 0 || answers.SecretOf(field.Key) is not null;
}
