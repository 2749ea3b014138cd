using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace PreventionAward.Web.Documents;

/// <summary>The seal of a PDF as it is read from the file.</summary>
/// <param name="By">Whom its certificate names. Whether that certificate is to be trusted is for the reader's own software to say.</param>
/// <param name="IsWhole">Nothing in the file has changed since.</param>
/// <param name="StampedAt">When a time stamp authority saw the seal; null where it carries no time stamp.</param>
/// <param name="NamesCertificate">The attribute signing-certificate-v2 is there and fits, as PAdES asks.</param>
public sealed partial record SealedPdf(string By, bool IsWhole, DateTimeOffset? StampedAt, bool NamesCertificate)
{
    /// <summary>Which certificate it was put with.</summary>
    public string Thumbprint { get; private init; } = "";

    /// <summary>What the seal says of a file that was drawn for somebody, and when it was sealed; null on published documents and foreign ones.</summary>
    public (IssuedNote Note, DateTimeOffset At)? Issued { get; private init; }

    /// <summary>Null where the file carries no seal.</summary>
    public static SealedPdf? Read(byte[] pdf)
    {
        if (Range().Matches(Encoding.Latin1.GetString(pdf)) is not [.., var range]) return null;
        int[] numbers = [.. range.Groups[1].Captures.Select(number => int.TryParse(number.ValueSpan, CultureInfo.InvariantCulture, out var value) ? value : -1)];
        var (contents, end) = (numbers[1], numbers[2]);
        if (numbers[0] != 0 || contents < 0 || end <= contents || end > pdf.Length) return null;
        try
        {
            var signature = Convert.FromHexString(Encoding.ASCII.GetString(pdf.AsSpan((contents + 1)..(end - 1))));
            return Of(new ContentInfo([.. pdf.AsSpan(0, contents), .. pdf.AsSpan(end)]), signature, coversAll: end + numbers[3] == pdf.Length) is { } read
                ? read with { Issued = IssuedIn(Encoding.Latin1.GetString(pdf.AsSpan(0, contents))) }
                : null;
        }
        catch (Exception broken) when (broken is FormatException or CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    internal static string NameOf(X509Certificate2 certificate) => certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    private static SealedPdf? Of(ContentInfo covered, byte[] signature, bool coversAll)
    {
        var cms = new SignedCms(covered, detached: true);
        cms.Decode(signature);
        return cms.SignerInfos is [{ Certificate: { } certificate } signer]
            ? new(NameOf(certificate), coversAll && IsGood(cms), StampOf(signer), Names(signer, certificate)) { Thumbprint = certificate.Thumbprint }
            : null;
    }

    // In our own seals time, name and reason stand in this order right before the signature.
    private static (IssuedNote, DateTimeOffset)? IssuedIn(string before)
    {
        if (Reason().Match(before) is not { Success: true } match) return null;
        var note = IssuedNote.Parse(Encoding.BigEndianUnicode.GetString(Convert.FromHexString(match.Groups["reason"].ValueSpan)));
        return note is not null && DateTimeOffset.TryParseExact(match.Groups["at"].ValueSpan, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? (note, at) : null;
    }

    private static bool IsGood(SignedCms cms)
    {
        try
        {
            cms.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static DateTimeOffset? StampOf(SignerInfo signer)
    {
        var value = signer.UnsignedAttributes.Cast<CryptographicAttributeObject>().FirstOrDefault(a => a.Oid.Value == SealAttributes.TimeStamp)?.Values[0].RawData;
        return Rfc3161TimestampToken.TryDecode(value, out var token, out _) && token.VerifySignatureForSignerInfo(signer, out _) ? token.TokenInfo.Timestamp : null;
    }

    private static bool Names(SignerInfo signer, X509Certificate2 certificate) => signer.SignedAttributes.Cast<CryptographicAttributeObject>()
        .Any(a => a.Oid.Value == SealAttributes.SigningCertificate && a.Values[0].RawData.AsSpan().SequenceEqual(SealAttributes.SigningCertificateV2(certificate).RawData));

    [GeneratedRegex(@"/ByteRange \[(?:(\d+) ?){4}\]")]
    private static partial Regex Range();

    [GeneratedRegex(@"/M \(D:(?<at>\d{14})Z\) /Name <FEFF[0-9A-F]*> /Reason <FEFF(?<reason>[0-9A-F]*)> /ByteRange \[[\d ]*\]\s*/Contents \z")]
    private static partial Regex Reason();
}
