namespace PreventionAward.Domain.Entries;

// What stands beside the versions of an entry: staff's rulings on its marks, staff's translations.
public sealed partial class Entry
{
    /// <summary>What staff decided on marks of the entry, the latest on each; none touches a submitted version.</summary>
    public IReadOnlyList<StaffRuling> Rulings { get; private set; } = [];

    /// <summary>Translations by staff, at most one for each language.</summary>
    public IReadOnlyList<StaffTranslation> Translations { get; private set; } = [];

    /// <summary>The ground on which an answer of the version that counts is secret: what staff decided, else what the team said.</summary>
    public SecrecyGround? SecretOf(string question) => Ruling(question) is { } ruling ? ruling.Secret : Content.SecretOf(question);

    /// <summary>The ground on which an attached file is secret; null where it is not.</summary>
    public SecrecyGround? SecretOf(SubmittedFile file) => Ruling(file) is { } ruling ? ruling.Secret : file.Secret;

    /// <summary>Whether the jury does not see the file.</summary>
    public bool IsNotJudged(SubmittedFile file) => Ruling(file) is { } ruling ? ruling.NotJudged : file.NotJudged;

    /// <summary>The files of the version that counts, as the jury sees them.</summary>
    public IReadOnlyList<SubmittedFile> JudgedFiles => [.. (Submitted?.Files ?? []).Where(file => !IsNotJudged(file))];

    /// <summary>What staff decided on a question or a file; null where nothing.</summary>
    public StaffRuling? Ruling(string on) => Rulings.FirstOrDefault(ruling => ruling.On == on);

    public StaffRuling? Ruling(SubmittedFile file) => Ruling(file.Id.Value.ToString());

    /// <summary>Notes what staff decide on one mark. What agrees with the team needs no ruling: an earlier one falls away.</summary>
    /// <returns>Refused: there is no such answer or file in the version that counts.</returns>
    public Refusal? Rule(FormDefinition form, StaffRuling ruling)
    {
        var file = Submitted?.Files.FirstOrDefault(f => f.Id.Value.ToString() == ruling.On);
        if (Submitted is null || (file is null && form.Field(ruling.On)?.MayBeSecret() != true)) return new("ui.not-found");
        var agrees = file is null ? ruling is { NotJudged: false } && ruling.Secret == Submitted.Answers.SecretOf(ruling.On) : (ruling.Secret, ruling.NotJudged) == (file.Secret, file.NotJudged);
        Rulings = [.. Rulings.Where(r => r.On != ruling.On), .. agrees ? Array.Empty<StaffRuling>() : [ruling]];
        return null;
    }

    /// <summary>Keeps what staff translated; the team's own translations stay and go before it.</summary>
    /// <returns>Refused: nothing was submitted, the language is the entry's own, a text has too many words.</returns>
    public Refusal? Translate(FormDefinition form, StaffTranslation translation)
    {
        if (Submitted is null || translation.Language == Submitted.Language) return new("ui.not-found");
        var wrong = form.TranslatableTexts(Submitted.Answers).Count(text => text.Field.Words is { } most && Words.Count(translation.Texts[text.Key]) > most);
        if (wrong > 0) return new("translations.too-long", wrong);
        Translations = [.. Translations.Where(t => t.Language != translation.Language), .. translation.Texts.Values.Count > 0 ? [translation] : Array.Empty<StaffTranslation>()];
        return null;
    }
}
