using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.SignIn;

/// <summary>Mails a one-time link and code. The answer is the same whether the address is known or not.</summary>
public sealed class SendSignInLink(IDbContextFactory<AwardDb> dbs, AwardClock clock, Outbox outbox)
{
    // So many unused links to one address within a link's lifetime: asked for from one browser, from one network, and by anybody.
    // A stranger who uses up the first does not keep the owner, who asks from elsewhere, from getting one.
    private const int MostOfBrowser = 5;
    private const int MostOfNetwork = 10;
    private const int MostInAll = 25;

    /// <returns>The id that the code belongs to, or a refusal: not a mail address, too many asked for.</returns>
    public async Task<(Guid Id, Refusal? Refusal)> RunAsync(string? mail, Language language, string? returnTo, Asker asker)
    {
        if (Recipient.Parse(mail) is not { } address) return (default, new("sign-in.not-a-mail-address"));
        var now = await clock.NowAsync();
        await using var db = await dbs.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({address}, 0))"); // Many requests at once are counted one by one.
        if (await IsTooManyAsync(db, address, asker, now)) return (default, new("sign-in.too-many-mails"));

        var (link, token, code) = Create(db, address, now, asker);
        var path = Links.SignInLink(link.Id, token) + (returnTo is null ? "" : "&returnTo=" + Uri.EscapeDataString(returnTo));
        outbox.Put(
            db, "sign-in-link", address, language, now, null,
            ("code", code), ("link", outbox.Address(language, path)), ("minutes", SignInLink.Lifetime.TotalMinutes.ToString(CultureInfo.InvariantCulture)));
        if (await db.CommitAsync() is { } lost) return (default, lost);
        await transaction.CommitAsync();
        return (link.Id, null);
    }

    private static async Task<bool> IsTooManyAsync(AwardDb db, string address, Asker asker, DateTimeOffset now)
    {
        var open = await db.Set<SignInLink>().Where(l => l.Mail == address && l.ExpiresAt > now && l.UsedAt == null).Select(l => new { l.Browser, l.Network }).ToListAsync();
        return open.Count >= MostInAll
            || open.Count(l => l.Browser == asker.Browser) >= MostOfBrowser
            || (asker.Network is { } network && open.Count(l => l.Network == network) >= MostOfNetwork);
    }

    /// <summary>Makes a link without a mail, for the command line.</summary>
    public static (SignInLink Link, string Token, string Code) Create(AwardDb db, string address, DateTimeOffset now, Asker? asker = null)
    {
        var id = Guid.CreateVersion7(now);
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var link = new SignInLink
        {
            Id = id,
            Mail = address,
            TokenHash = LinkSecret.Hash(id, token),
            CodeHash = LinkSecret.Hash(id, code),
            ExpiresAt = now + SignInLink.Lifetime,
            Browser = asker?.Browser,
            Network = asker?.Network,
        };
        db.Add(link);
        return (link, token, code);
    }
}
