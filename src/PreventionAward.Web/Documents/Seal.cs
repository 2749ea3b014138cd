using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace PreventionAward.Web.Documents;

/// <summary>Seals a finished PDF with the authority's certificate, so that anybody's reader can tell whose it is and that nothing in it was changed (PAdES).</summary>
public sealed class Seal : IDisposable
{
    private readonly X509Certificate2Collection certificates;
    private readonly SealOptions options;
    private readonly HttpClient http;

    public Seal(IOptions<SealOptions> options)
    {
        this.options = options.Value;
        certificates = this.options.Load();
        http = new() { Timeout = this.options.TimeLimit };
    }

    /// <summary>In whose name documents are sealed; null where nothing is.</summary>
    public string? By => certificates.Count == 0 ? null : SealedPdf.NameOf(certificates[0]);

    /// <summary>Whether a seal was put with the certificate that is configured here.</summary>
    public bool IsOwn(SealedPdf sealedPdf) => certificates.Count > 0 && certificates[0].Thumbprint == sealedPdf.Thumbprint;

    /// <summary>Seals a file that is drawn when somebody asks for it. It waits for no time stamp authority: a receipt must be had when that is away.</summary>
    /// <param name="at">When it is sealed.</param>
    /// <exception cref="PdfNotSealedException">No certificate, or one that is not valid at that time.</exception>
    internal async Task<byte[]> PutOnIssuedAsync(byte[] pdf, DateTimeOffset at, IssuedNote note) => await PutAsync(pdf, at, isAccessible: false, note);

    /// <param name="at">When the document says it was sealed; its publication.</param>
    /// <param name="isAccessible">The document is PDF/UA, which wants its unseen field hidden; PDF/A forbids that.</param>
    /// <exception cref="PdfNotSealedException">No certificate, one that is not valid at that time, or no answer of the time stamp authority.</exception>
    public Task<byte[]> PutAsync(byte[] pdf, DateTimeOffset at, bool isAccessible, CancellationToken cancellation = default) => PutAsync(pdf, at, isAccessible, null, cancellation);

    private async Task<byte[]> PutAsync(byte[] pdf, DateTimeOffset at, bool isAccessible, IssuedNote? note, CancellationToken cancellation = default)
    {
        if (By is not { } name) throw new PdfNotSealedException("No certificate is configured");
        if (at < certificates[0].NotBefore || at > certificates[0].NotAfter) throw new PdfNotSealedException($"The certificate is valid from {certificates[0].NotBefore:O} to {certificates[0].NotAfter:O}");
        var place = SealPlace.Append(pdf, name, at, isAccessible, note?.Reason);
        try
        {
            return place.Fill(await SignAsync(place.Covered, note is null ? options.TimeStampAuthority : null, cancellation));
        }
        catch (CryptographicException e)
        {
            throw new PdfNotSealedException("The seal could not be made", e);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<byte[]> SignAsync(byte[] covered, Uri? stampedBy, CancellationToken cancellation)
    {
        var cms = new SignedCms(new ContentInfo(covered), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificates[0])
        {
            DigestAlgorithm = new(SealAttributes.Sha256),
            IncludeOption = X509IncludeOption.EndCertOnly,
            SignedAttributes = { SealAttributes.SigningCertificateV2(certificates[0]) },
        };
        foreach (var other in certificates.Skip(1)) signer.Certificates.Add(other);
        cms.ComputeSignature(signer, silent: true);
        if (stampedBy is { } authority) await StampAsync(cms, authority, cancellation);
        return cms.Encode();
    }

    private async Task StampAsync(SignedCms cms, Uri authority, CancellationToken cancellation)
    {
        var request = Rfc3161TimestampRequest.CreateFromSignerInfo(
            cms.SignerInfos[0], HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(8), requestSignerCertificates: true);
        using var question = new ByteArrayContent(request.Encode());
        question.Headers.ContentType = new("application/timestamp-query");
        try
        {
            using var response = await http.PostAsync(authority, question, cancellation);
            response.EnsureSuccessStatusCode();
            var token = request.ProcessResponse(await response.Content.ReadAsByteArrayAsync(cancellation), out _);
            cms.SignerInfos[0].AddUnsignedAttribute(new(SealAttributes.TimeStamp, token.AsSignedCms().Encode()));
        }
        catch (Exception none) when (none is HttpRequestException or CryptographicException || (none is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new PdfNotSealedException("The time stamp authority gave no time stamp", none);
        }
    }
}

/// <summary>A document could not be sealed; what it was made from is untouched.</summary>
public sealed class PdfNotSealedException(string message, Exception? inner = null) : Exception(message, inner);
