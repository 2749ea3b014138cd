using System.Text.RegularExpressions;

namespace PreventionAward.Web.Documents;

/// <summary>Seals what is drawn anew each time somebody asks: receipts, letters, certificates, releases, calls. Nothing of it is stored: the seal itself says what the file is.</summary>
public sealed partial class IssuedPdf(Seal seal, ILogger<IssuedPdf> log)
{
    /// <param name="competition">The name of the competition in addresses.</param>
    /// <param name="now">When it is sealed.</param>
    /// <returns>The file as it came where no certificate is configured, or where it cannot be sealed: then it claims nothing of a seal.</returns>
    public async Task<byte[]> SealAsync(byte[] pdf, IssuedKind kind, string competition, DateTimeOffset now)
    {
        if (seal.By is null) return pdf;
        try
        {
            return await seal.PutOnIssuedAsync(pdf, now, new(kind, competition));
        }
        catch (PdfNotSealedException e)
        {
            LogNotSealed(kind, e);
            return pdf;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A file of kind {Kind} was given without a seal")]
    private partial void LogNotSealed(IssuedKind kind, Exception e);
}

/// <summary>What the portal gives to one person or to everybody, drawn when asked for.</summary>
public enum IssuedKind
{
    Receipt,
    Feedback,
    Certificate,
    Release,
    Call,
}

/// <summary>What a seal says of the file it is on: the kind and the competition, and nothing of whom the file is for.</summary>
/// <param name="Competition">Its name in addresses.</param>
public sealed partial record IssuedNote(IssuedKind Kind, string Competition)
{
    /// <summary>As it stands in the seal, where readers show it as the reason.</summary>
    public string Reason => $"Issued by the portal: {Kind}, {Competition}";

    /// <summary>Null where a reason is none of ours.</summary>
    public static IssuedNote? Parse(string reason) =>
        Form().Match(reason) is { Success: true } match && Enum.TryParse<IssuedKind>(match.Groups["kind"].Value, out var kind) ? new(kind, match.Groups["competition"].Value) : null;

    [GeneratedRegex("^Issued by the portal: (?<kind>[A-Za-z]+), (?<competition>[a-z0-9-]+)$")]
    private static partial Regex Form();
}
