namespace PreventionAward.Web.Ui;

/// <summary>What the page frame knows of the person it is drawn for; a cascading value, absent for the public.</summary>
/// <param name="Name">Shown in the header.</param>
/// <param name="Menu">What the menu offers beside the home page.</param>
public sealed record Visitor(string Name, IReadOnlyList<MenuItem> Menu);

/// <summary>One line of the menu.</summary>
/// <param name="Href">Relative to the base.</param>
/// <param name="TextKey">Key of its text.</param>
public sealed record MenuItem(string Href, string TextKey);

/// <summary>What is true of the whole installation and shown on every page.</summary>
/// <param name="Demo">Nothing entered is real: a banner says so.</param>
/// <param name="Feedback">Address for feedback, or null while the ministry has not confirmed one.</param>
public sealed record SiteNotes(bool Demo, string? Feedback = null);
