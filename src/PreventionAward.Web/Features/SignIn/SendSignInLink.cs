using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.SignIn;

/// <summary>Mails a one-time link and code. The answer is the same whether the address is known or not.</summary>
public sealed class SendSignInLink(IDbContextFactory<AwardDb> dbs, AwardClock clock, Outbox outbox)
{
    /// <summary>So many mails to one address within a link's lifetime; more are refused.</summary>
    private const int MostMails = 5;

    /// <returns>The id that the code belongs to, or a refusal: not a mail address, too many asked for.</returns>
    public async Task<(Guid Id, Refusal? Refusal)> RunAsync(string? mail, Language language, string? returnTo)
    {
        if (Recipient.Parse(mail) is not { } address) return (default, new("sign-in.not-a-mail-address"));
        var now = await clock.NowAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Set<SignInLink>().CountAsync(l => l.Mail == address && l.ExpiresAt > now && l.UsedAt == null) >= MostMails)
            return (default, new("sign-in.too-many-mails"));

        var (link, token, code) = Create(db, address, now);
        var path = Links.SignInLink(link.Id, token) + (returnTo is null ? "" : "&returnTo=" + Uri.EscapeDataString(returnTo));
        outbox.Put(
            db, "sign-in-link", address, language, now, null,
            ("code", code), ("link", outbox.Address(language, path)), ("minutes", SignInLink.Lifetime.TotalMinutes.ToString(CultureInfo.InvariantCulture)));
        return (link.Id, await db.CommitAsync());
    }

    /// <summary>Makes a link without a mail, for the command line.</summary>
    public static (SignInLink Link, string Token, string Code) Create(AwardDb db, string address, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var link = new SignInLink
        {
            Id = id,
            Mail = address,
            TokenHash = SignInLink.Hash(id, token),
            CodeHash = SignInLink.Hash(id, code),
            ExpiresAt = now + SignInLink.Lifetime,
        };
        db.Add(link);
        return (link, token, code);
    }
}
