using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web;

/// <summary>Sees to it that no request ends in a blank page.</summary>
internal static class AnswersInWords
{
    /// <summary>What went wrong is told by a page, and a page is read: a failed post must not be posted to it again. HEAD is a GET without its body.</summary>
    public static Task ReadAsGetAsync(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsHead(http.Request.Method)) http.Response.Body = Stream.Null;
        else if (http.Features.Get<IStatusCodeReExecuteFeature>() is null && http.Features.Get<IExceptionHandlerFeature>() is null) return next(http);
        http.Features.Set<IAntiforgeryValidationFeature>(null); // Judged already, and told by this very page.
        http.Request.Method = HttpMethods.Get;
        return next(http);
    }

    /// <summary>A form that is too old, from another session or too large goes no further. A script is told in JSON, a person by a page.</summary>
    public static Task TellUntrustedAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } checkedForm) return next(http);
        var isTooLarge = IsTooLarge(checkedForm.Error);
        http.Response.StatusCode = isTooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
        if (!http.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal)) return Task.CompletedTask;
        var texts = http.RequestServices.GetRequiredService<Texts>();
        return http.Response.WriteAsJsonAsync(new { saved = false, state = "token", message = texts[isTooLarge ? "ui.stopped.too-large" : "ui.stopped.form-old"] });
    }

    /// <summary>Whether the form that was sent does not stand on its page any more.</summary>
    public static bool IsFormGone(HttpContext http) => http.Items.ContainsKey(FormGone);

    // A page that has no such form any more leaves a bare 400 marked as plain text, which would keep our page from being shown instead.
    public static async Task TellFormGoneAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (http.Response is not { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest, ContentType: "text/plain" }) return;
        http.Response.ContentType = null;
        http.Items[FormGone] = true;
    }

    private static readonly object FormGone = new();

    private static bool IsTooLarge(Exception? error) => error switch
    {
        null => false,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or InvalidDataException => true,
        _ => IsTooLarge(error.InnerException),
    };
}
