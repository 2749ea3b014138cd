namespace PreventionAward.Domain;

/// <summary>A rule said no, and why: the code is the key of a sentence that tells the person what to do next.</summary>
/// <param name="Code">Text key, <c>area.what-is-wrong</c>; present in every language.</param>
/// <param name="Args">What the sentence mentions, in the order of its placeholders.</param>
public sealed record Refusal(string Code, params object[] Args);
