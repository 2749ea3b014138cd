using System.Collections.Immutable;

namespace PreventionAward.Domain.Decisions;

/// <summary>How the texts of a decision stand: to each other, and to those who read them over.</summary>
/// <param name="OutOfDate">Texts whose counterpart was changed after them, as <c>sv:grounds</c>.</param>
/// <param name="Checks">The last check of each language, by its code.</param>
/// <param name="Passed">Warnings that somebody let pass, by their key.</param>
public sealed record TextStanding(
    ImmutableSortedSet<string> OutOfDate, ImmutableSortedDictionary<string, LanguageCheck> Checks, ImmutableSortedDictionary<string, PassedWarning> Passed)
{
    public static readonly TextStanding None = new([], ImmutableSortedDictionary<string, LanguageCheck>.Empty, ImmutableSortedDictionary<string, PassedWarning>.Empty);

    public bool IsOutOfDate(string section, Language language) => OutOfDate.Contains(Name(section, language));

    internal TextStanding Confirmed(string section, Language language) => this with { OutOfDate = OutOfDate.Remove(Name(section, language)) };

    /// <param name="before">The section's texts before the save.</param>
    /// <param name="changed">The languages in which the save changes it.</param>
    internal TextStanding After(string section, LocalizedText before, IReadOnlyList<Language> changed)
    {
        var leads = changed.Any(language => before.Has(language) && !IsOutOfDate(section, language));
        var behind = leads ? Language.All.Where(language => !changed.Contains(language) && before.Has(language)) : [];
        return this with { OutOfDate = OutOfDate.Except(changed.Select(language => Name(section, language))).Union(behind.Select(language => Name(section, language))) };
    }

    public bool IsPassed(DecisionWarning warning) => Passed.ContainsKey(warning.Key);

    /// <summary>Lets a warning pass.</summary>
    /// <param name="key">Of a warning that there is.</param>
    /// <returns>Refused: no reason, or one that is too long; the standing is as before then.</returns>
    internal (TextStanding Standing, Refusal? Refusal) Pass(string key, string? reason, PersonId by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason)) return (this, new("decisions.warning-needs-a-reason"));
        if (TextLimit.Check(reason) is { } tooLong) return (this, tooLong);
        return (this with { Passed = Passed.SetItem(key, new(Entries.Answers.Clean(reason), by, now)) }, null);
    }

    private static string Name(string section, Language language) => $"{language.Code}:{section}";
}

/// <summary>Somebody read a language of the decision from beginning to end.</summary>
/// <param name="Words">Digest of the words that were read.</param>
public sealed record LanguageCheck(PersonId By, DateTimeOffset At, string Words);

/// <summary>A warning that was let pass, and why.</summary>
public sealed record PassedWarning(string Reason, PersonId By, DateTimeOffset At);
