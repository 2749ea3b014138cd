using System.Security.Cryptography;
using System.Text;

namespace PreventionAward.Web.Access;

/// <summary>The secret of a mailed link or code. Only its hash is kept.</summary>
internal static class LinkSecret
{
    /// <summary>The hash under which a secret is kept; the id in it makes equal codes of two links differ.</summary>
    public static byte[] Hash(Guid id, string secret) => SHA256.HashData(Encoding.UTF8.GetBytes($"{id:N}:{secret}"));

    public static bool Same(byte[] hash, byte[] other) => CryptographicOperations.FixedTimeEquals(hash, other);
}
