using System.Net.Mail;

namespace PreventionAward.Web.Mail;

/// <summary>A mail address as the portal keeps it.</summary>
public static class Recipient
{
    /// <summary>The bare address in lower case, or null where it is none. Quoted names and a final dot are refused: the same box would have several addresses.</summary>
    public static string? Parse(string? mail) =>
        MailAddress.TryCreate(mail?.Trim(), out var address) && address.Address == mail?.Trim() && address.Address.Length <= 320 && !address.Address.Contains('"') && !address.Address.EndsWith('.')
            ? address.Address.ToLowerInvariant()
            : null;
}
