namespace PreventionAward.Web.Documents;

/// <summary>Draws papers as archivable, tagged PDF (PDF/A-3a). Typst is the default; another engine takes its place here.</summary>
public abstract class PaperPress
{
    /// <summary>The same paper, time and attachments give the same bytes, on any machine.</summary>
    /// <param name="creationTime">The moment the document says it was made; never read from the clock here.</param>
    /// <exception cref="PaperNotDrawnException">The engine refused the paper or did not answer in time.</exception>
    public abstract Task<DrawnPaper> PressAsync(
        Paper paper, DateTimeOffset creationTime, IReadOnlyList<PaperAttachment> attachments, CancellationToken cancellation = default);

    /// <summary>The PDF alone, where nobody asks what became of unusual characters.</summary>
    public async Task<byte[]> DrawAsync(
        Paper paper, DateTimeOffset creationTime, IReadOnlyList<PaperAttachment> attachments, CancellationToken cancellation = default) =>
        (await PressAsync(paper, creationTime, attachments, cancellation)).Pdf;
}

/// <summary>A finished PDF.</summary>
/// <param name="Boxed">Characters no font has, as <c>U+10414</c>: each stands in the document as a box with that code.</param>
public sealed record DrawnPaper(byte[] Pdf, int Pages, IReadOnlyList<string> Boxed);

/// <summary>The engine could not draw the paper; the record it comes from is untouched.</summary>
public sealed class PaperNotDrawnException(string message, Exception? inner = null) : Exception(message, inner);
