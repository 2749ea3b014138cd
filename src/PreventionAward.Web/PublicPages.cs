using System.Collections.Concurrent;
using Npgsql;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web;

/// <summary>A page that is the same for everybody who is not signed in, and has no form.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PublicPageAttribute : Attribute;

/// <summary>
/// Keeps public pages as they were drawn, for as long as the database's snapshot is the same, which means that nothing at all has been
/// committed since, and for a second at most, since some tell what the clock says.
/// </summary>
internal sealed class PublicPages(RequestDelegate next, NpgsqlDataSource source, AwardClock clock)
{
    private const int Most = 256;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Drawn> known = new();

    public async Task InvokeAsync(HttpContext http)
    {
        if (!IsSameForAll(http))
        {
            await next(http);
            return;
        }

        var key = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}{http.Request.Path}";
        var (snapshot, now) = (await SnapshotAsync(http.RequestAborted), await clock.NowAsync(http.RequestAborted));
        if (!known.TryGetValue(key, out var drawn) || drawn.Snapshot != snapshot || now - drawn.At >= Longest)
        {
            if (await DrawAsync(http) is not { } body) return;
            if (known.Count >= Most) known.Clear();
            known[key] = drawn = new(snapshot, now, body, http.Response.ContentType);
        }

        // Blazor sets the cookie of a form on every page; these have no form, and a cookie is nobody else's.
        http.Response.Headers.Remove("Set-Cookie");
        http.Response.Headers.CacheControl = "no-cache, no-store";
        (http.Response.ContentType, http.Response.ContentLength) = (drawn.ContentType, drawn.Body.Length);
        await http.Response.Body.WriteAsync(drawn.Body, http.RequestAborted);
    }

    private static bool IsSameForAll(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) && !http.Request.QueryString.HasValue && !http.Request.Cookies.ContainsKey(LiveSession.Cookie)
        && http.GetEndpoint()?.Metadata.GetMetadata<PublicPageAttribute>() is not null;

    private async Task<string> SnapshotAsync(CancellationToken cancel)
    {
        await using var command = source.CreateCommand("select pg_current_snapshot()::text");
        return (string)(await command.ExecuteScalarAsync(cancel))!;
    }

    // Null: it became another answer than the page, which has been given.
    private async Task<byte[]?> DrawAsync(HttpContext http)
    {
        var browser = http.Response.Body;
        using var page = new MemoryStream();
        http.Response.Body = page;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = browser;
        }

        if (http.Response.StatusCode == StatusCodes.Status200OK) return page.ToArray();
        if (page.Length > 0) await browser.WriteAsync(page.ToArray(), http.RequestAborted);
        return null;
    }

    private sealed record Drawn(string Snapshot, DateTimeOffset At, byte[] Body, string? ContentType);
}
