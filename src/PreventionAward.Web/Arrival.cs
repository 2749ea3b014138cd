using Microsoft.AspNetCore.Antiforgery;
using PreventionAward.Web.Database;

namespace PreventionAward.Web;

/// <summary>When the whole of a posted form was there, by the portal's clock: that counts as its arrival (law 13/2003, 10 §), however long its page then takes.</summary>
public static class Arrival
{
    private static readonly object Stamp = new();

    /// <summary>Notes the arrival; stands behind the check of the anti-forgery token, which has read the form to its end.</summary>
    public static async Task StampAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true })
            http.Items[Stamp] = await http.RequestServices.GetRequiredService<AwardClock>().NowAsync(http.RequestAborted);
        await next(http);
    }

    /// <summary>When the request had arrived; null where it was no form.</summary>
    public static DateTimeOffset? ArrivedAt(this HttpContext http) => http.Items[Stamp] as DateTimeOffset?;
}
