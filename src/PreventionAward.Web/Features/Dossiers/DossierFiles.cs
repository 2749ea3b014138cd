using System.Security.Cryptography;

namespace PreventionAward.Web.Features.Dossiers;

/// <summary>The files that lie beside a <c>competition.json</c>; nothing outside their folder is ever read.</summary>
public sealed class DossierFiles(string folder)
{
    public const string Main = "competition.json";

    private readonly string root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;

    /// <summary>The bytes of a file named relative to the folder, or null where there is none within it.</summary>
    public byte[]? Read(string file)
    {
        var path = Path.GetFullPath(Path.Combine(root, file));
        return path.StartsWith(root, StringComparison.Ordinal) && File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    /// <summary>Lower-case hexadecimal.</summary>
    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
