using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.SignIn;

/// <summary>Spends a one-time link or code and signs its person in; a new address becomes a new account.</summary>
public sealed class SignIn(IDbContextFactory<AwardDb> dbs, AwardClock clock, IHttpContextAccessor http)
{
    public Task<Refusal?> ByTokenAsync(Guid id, string token, Language language) =>
        SpendAsync(id, language, link => LinkSecret.Same(link.TokenHash, LinkSecret.Hash(id, token)));

    public Task<Refusal?> ByCodeAsync(Guid id, string? code, Language language)
    {
        var digits = string.Concat((code ?? "").Where(char.IsAsciiDigit));
        if (digits.Length == 0) return Task.FromResult<Refusal?>(new("sign-in.code-missing"));
        return SpendAsync(id, language, link => LinkSecret.Same(link.CodeHash, LinkSecret.Hash(id, digits)));
    }

    /// <summary>Where the mail of a link went and whether the link is still good; looking spends nothing.</summary>
    public async Task<(string? Mail, bool IsGood)> LookAsync(Guid id)
    {
        var now = await clock.NowAsync();
        await using var db = await dbs.CreateDbContextAsync();
        return await db.Set<SignInLink>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id) is { } link ? (link.Mail, link.IsGood(now)) : (null, false);
    }

    /// <summary>Signs in a demo account: only in demo mode.</summary>
    public async Task<Refusal?> AsDemoAsync(string mail)
    {
        var now = await clock.NowAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Accounts.FirstOrDefaultAsync(a => a.Mail == mail) is not { } account) return new("sign-in.spent");
        return await StartAsync(db, account, now);
    }

    private async Task<Refusal?> SpendAsync(Guid id, Language language, Func<SignInLink, bool> isRight)
    {
        var now = await clock.NowAsync();
        await using var db = await dbs.CreateDbContextAsync();

        // Counted before it is compared, in one statement: many guesses at once are no more guesses than the limit.
        var counted = await db.Set<SignInLink>()
            .Where(l => l.Id == id && l.UsedAt == null && l.ExpiresAt > now && l.Attempts < SignInLink.MostAttempts)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Attempts, l => l.Attempts + 1));
        if (counted == 0) return new("sign-in.spent");
        var link = await db.Set<SignInLink>().FirstAsync(l => l.Id == id);
        if (!isRight(link)) return new("sign-in.spent");

        link.UsedAt = now;
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.Mail == link.Mail);
        if (account is null) db.Add(account = NewAccount(link.Mail, language, now));
        return await StartAsync(db, account, now);
    }

    private async Task<Refusal?> StartAsync(AwardDb db, Account account, DateTimeOffset now)
    {
        await ForgetOldAsync(db, now);
        var session = Session.Start(account.Id, now);
        db.Add(session);
        db.Audit(account.Id, "signed-in", now);
        if (await db.CommitAsync() is not null) return new("sign-in.spent");
        await WriteCookieAsync(session);
        return null;
    }

    // Sessions past their end, and links nobody can use any more.
    private static async Task ForgetOldAsync(AwardDb db, DateTimeOffset now)
    {
        var (oldest, yesterday) = (now - Session.Longest, now.AddDays(-1));
        await db.Set<Session>().Where(s => s.StartedAt < oldest).ExecuteDeleteAsync();
        await db.Set<SignInLink>().Where(l => l.ExpiresAt < yesterday).ExecuteDeleteAsync();
    }

    private static Account NewAccount(string mail, Language language, DateTimeOffset now) => new()
    {
        Id = new(Guid.CreateVersion7(now)),
        Mail = mail,
        Name = LocalizedText.Name(mail),
        Language = language,
    };

    private Task WriteCookieAsync(Session session)
    {
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, session.PersonId.Value.ToString()), new(Session.Claim, session.Id.ToString())], CookieAuthenticationDefaults.AuthenticationScheme);
        return http.HttpContext!.SignInAsync(new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
    }
}
