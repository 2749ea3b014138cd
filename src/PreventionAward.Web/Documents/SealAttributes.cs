using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PreventionAward.Web.Documents;

/// <summary>What makes a signature a PAdES one: it names its own certificate, and may carry a time stamp.</summary>
internal static class SealAttributes
{
    public const string Sha256 = "2.16.840.1.101.3.4.2.1";
    public const string SigningCertificate = "1.2.840.113549.1.9.16.2.47";
    public const string TimeStamp = "1.2.840.113549.1.9.16.2.14";

    /// <summary>The ESS attribute signing-certificate-v2 (RFC 5035): SHA-256 of the certificate, its issuer and number; SHA-256 is the default and so not named.</summary>
    public static AsnEncodedData SigningCertificateV2(X509Certificate2 certificate)
    {
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence()) // SigningCertificateV2
        using (der.PushSequence()) // certs
        using (der.PushSequence()) // ESSCertIDv2
        {
            der.WriteOctetString(SHA256.HashData(certificate.RawData));
            using (der.PushSequence()) // IssuerSerial
            {
                using (der.PushSequence()) // GeneralNames
                using (der.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4))) // directoryName
                    der.WriteEncodedValue(certificate.IssuerName.RawData);
                der.WriteInteger(new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: false, isBigEndian: true));
            }
        }

        return new(new Oid(SigningCertificate), der.Encode());
    }
}
