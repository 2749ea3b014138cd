using PreventionAward.Domain;

namespace PreventionAward.Web.Documents;

/// <summary>A document as data: the same blocks become the web page and the PDF, so the two cannot disagree.</summary>
/// <param name="Title">What the document is, in the words of its heading.</param>
/// <param name="Language">The language of everything that does not name its own.</param>
public sealed record Paper(Passage Title, Language Language, Letterhead Letterhead, IReadOnlyList<Block> Blocks)
{
    /// <summary>A line on every page and at the top of the web view, saying what the document is not: an example, a reconstruction.</summary>
    public Passage? Mark { get; init; }

    /// <summary>The head of the second page and on; the title where nothing shorter is given.</summary>
    public Passage? RunningHead { get; init; }

    /// <summary>One sentence for catalogues and search; goes into the PDF's metadata.</summary>
    public string? Summary { get; init; }

    /// <summary>Who made the document, for its metadata, where that is not the authority of its letterhead.</summary>
    public string? Author { get; init; }

    /// <summary>Which standard the PDF keeps; an engine that keeps both at once may pass over it.</summary>
    public PaperStandard Standard { get; init; }

    /// <summary>How the PDF is laid out; the web view is the same for all.</summary>
    public PaperLayout Layout { get; init; }
}

/// <summary>How the page of a PDF looks.</summary>
public enum PaperLayout
{
    /// <summary>A document to be read: letterhead, text, page numbers.</summary>
    Document,

    /// <summary>One framed page to be hung on a wall.</summary>
    Certificate,
}

/// <summary>The standards a PDF is drawn to; Typst keeps one at a time.</summary>
public enum PaperStandard
{
    /// <summary>PDF/A-3a: to be kept; carries its attachments.</summary>
    Archival,

    /// <summary>PDF/UA-1: for assistive technology.</summary>
    Accessible,
}

/// <summary>Who speaks, what kind of document it is, when, and under which diary number. Passage only: no emblem of any authority.</summary>
/// <param name="Authority">The sender, one line each, the sender's own name first.</param>
public sealed record Letterhead(IReadOnlyList<Passage> Authority, Passage Kind, Passage Date, Passage Number);

/// <summary>
/// Text as a person wrote it, with the language it is in where that is not the document's.
/// A line feed is a line break, an empty line begins a new paragraph; nothing in it is ever read as markup.
/// </summary>
public sealed record Passage(string Text, Language? Language = null)
{
    public static implicit operator Passage(string text) => new(text);

    /// <summary>What a reader of that language is shown, marked with the language it really is in.</summary>
    public static Passage Of(LocalizedText text, Language wanted)
    {
        var (best, language) = text.Best(wanted);
        return new(best, language == wanted ? null : language);
    }

    public override string ToString() => Text;
}

/// <summary>A file inside the PDF, such as the record that the document was drawn from.</summary>
/// <param name="Mime">Media type, for example <c>application/json</c>.</param>
/// <param name="Description">What it is, in the document's language.</param>
public sealed record PaperAttachment(string FileName, string Mime, byte[] Bytes, string Description);
