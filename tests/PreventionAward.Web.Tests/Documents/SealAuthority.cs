using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using PreventionAward.Web.Documents;

namespace PreventionAward.Web.Tests.Documents;

/// <summary>An authority of the tests' own: a certificate in a file, and a time stamp authority (openssl behind a listener of this machine). Nothing of it is kept.</summary>
internal sealed class SealAuthority : IDisposable
{
    public const string Name = "Esimerkkiviranomainen Å";
    private const string Password = "only-for-this-test";
    private readonly string folder = Directory.CreateTempSubdirectory("seal").FullName;
    private readonly HttpListener? listener;

    /// <param name="stamps">True to serve time stamps too.</param>
    public SealAuthority(bool stamps = false)
    {
        using var certificate = NewCertificate($"CN={Name}, O=Esimerkki", isStamper: false);
        File.WriteAllBytes(Path("seal.p12"), certificate.Export(X509ContentType.Pkcs12, Password));
        File.WriteAllText(Path("password"), Password + "\n");
        if (!stamps) return;
        PrepareStamper();
        Address = new($"http://127.0.0.1:{Random.Shared.Next(20_000, 60_000)}/");
        listener = new() { Prefixes = { Address.ToString() } };
        listener.Start();
        _ = ServeAsync(listener);
    }

    /// <summary>Where time stamps are given, if they are.</summary>
    public Uri? Address { get; }

    /// <summary>What the application's configuration says of it.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["Seal:Certificate"] = Path("seal.p12"),
        ["Seal:PasswordFile"] = Path("password"),
        ["Seal:TimeStampAuthority"] = $"{Address}",
    };

    public Seal Seal(Uri? stamps = null) => new(Options.Create(new SealOptions { Certificate = Path("seal.p12"), PasswordFile = Path("password"), TimeStampAuthority = stamps ?? Address }));

    public void Dispose()
    {
        listener?.Close();
        Directory.Delete(folder, recursive: true);
    }

    private string Path(string name) => System.IO.Path.Combine(folder, name);

    private static X509Certificate2 NewCertificate(string name, bool isStamper)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        if (isStamper) request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.8")], critical: true));
        return request.CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    private void PrepareStamper()
    {
        using var certificate = NewCertificate("CN=Example time stamps", isStamper: true);
        File.WriteAllText(Path("tsa.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path("tsa.key"), certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path("serial"), "01\n");
        File.WriteAllText(Path("tsa.cnf"),
            $"""
            [tsa]
            default_tsa = here
            [here]
            serial = {Path("serial")}
            crypto_device = builtin
            signer_cert = {Path("tsa.pem")}
            signer_key = {Path("tsa.key")}
            signer_digest = sha256
            default_policy = 1.2.3.4.1
            digests = sha256
            accuracy = secs:1
            ess_cert_id_alg = sha256
            """);
    }

    private async Task ServeAsync(HttpListener open)
    {
        while (open.IsListening)
        {
            try
            {
                var context = await open.GetContextAsync();
                await using (var question = File.Create(Path("q.tsq"))) await context.Request.InputStream.CopyToAsync(question);
                using var openssl = Process.Start("openssl", ["ts", "-reply", "-config", Path("tsa.cnf"), "-queryfile", Path("q.tsq"), "-out", Path("r.tsr")]);
                await openssl.WaitForExitAsync();
                context.Response.ContentType = "application/timestamp-reply";
                await context.Response.OutputStream.WriteAsync(await File.ReadAllBytesAsync(Path("r.tsr")));
                context.Response.Close();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
