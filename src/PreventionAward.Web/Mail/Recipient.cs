using System.Net.Mail;

namespace PreventionAward.Web.Mail;

/// <summary>A mail address as the portal keeps it.</summary>
public static class Recipient
{
    /// <summary>The bare address in lower case, or null where it is none.</summary>
    public static string? Parse(string? mail) =>
        MailAddress.TryCreate(mail?.Trim(), out var address) && address.Address == mail?.Trim() && address.Address.Length <= 320
            ? address.Address.ToLowerInvariant()
            : null;
}
