using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PreventionAward.Web.Documents;

/// <summary>With what published documents are sealed; nothing is sealed where no certificate is named.</summary>
public sealed class SealOptions
{
    /// <summary>The authority's certificate with its private key, a PKCS#12 file; further certificates in it go into the seal.</summary>
    public string? Certificate { get; set; }

    /// <summary>A file with the password of the certificate, such as a mounted secret; else <see cref="Password"/> is used.</summary>
    public string? PasswordFile { get; set; }

    public string? Password { get; set; }

    /// <summary>An RFC 3161 authority that says when the seal was put; none by default.</summary>
    public Uri? TimeStampAuthority { get; set; }

    /// <summary>How long the time stamp authority may take.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The certificate with its key first, then the others of the file; empty where none is configured.</summary>
    /// <exception cref="InvalidOperationException">The file cannot be read, or has no key in it.</exception>
    internal X509Certificate2Collection Load()
    {
        if (string.IsNullOrEmpty(Certificate)) return [];
        try
        {
            var password = string.IsNullOrEmpty(PasswordFile) ? Password : File.ReadAllText(PasswordFile).TrimEnd('\r', '\n');
            var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(Certificate, password);
            return all.Any(c => c.HasPrivateKey)
                ? [.. all.OrderByDescending(c => c.HasPrivateKey)]
                : throw new InvalidOperationException("Seal:Certificate has no private key in it.");
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException("Seal:Certificate or its password cannot be read.", unreadable);
        }
    }
}
