using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace PreventionAward.Rush;

/// <summary>One applicant's connection: cookies, forms, and a stop watch.</summary>
internal sealed partial class Browser(Uri address, string name, Report report)
{
    private readonly HttpClient http = new(new SocketsHttpHandler { CookieContainer = new(), AllowAutoRedirect = false, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5) })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromSeconds(30),
    };

    /// <summary>The connection itself, for what is not a page.</summary>
    public HttpClient Http => http;

    public async Task SignInAsync(string path)
    {
        var form = FormFields(await TextAsync("sign in", path), "sign-in-link");
        await SendAsync("sign in", path, new FormUrlEncodedContent(form), HttpStatusCode.Redirect, HttpStatusCode.SeeOther);
    }

    /// <summary>A page's text; an empty one where it failed, which is then an error on record.</summary>
    public async Task<string> TextAsync(string what, string path) => (await SendAsync(what, path, null, HttpStatusCode.OK))?.Text ?? "";

    /// <summary>Sends, measures, and notes any status that was not expected; null where no answer came.</summary>
    public async Task<Answer?> SendAsync(string what, string path, HttpContent? content, params HttpStatusCode[] expected)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            using var response = content is null ? await http.GetAsync(path) : await http.PostAsync(path, content);
            var text = await response.Content.ReadAsStringAsync();
            report.Took(what, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (!expected.Contains(response.StatusCode)) Fail(what, $"{(int)response.StatusCode} {text[..Math.Min(200, text.Length)]}");
            return new(response.StatusCode, response.Headers.Location?.ToString() ?? "", text);
        }
        catch (Exception failed) when (failed is HttpRequestException or OperationCanceledException)
        {
            Fail(what, failed.Message);
            return null;
        }
    }

    /// <summary>Sends and hangs up before the answer, as a browser does whose network goes.</summary>
    public async Task SendAndHangUpAsync(string path, HttpContent content, TimeSpan after)
    {
        using var patience = new CancellationTokenSource(after);
        try
        {
            using var _ = await http.PostAsync(path, content, patience.Token);
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException)
        {
            // As planned.
        }
    }

    public void Fail(string what, string why) => report.Error($"{name}: {what}: {why}");

    /// <summary>The hidden fields of the form of that name, the form's name among them.</summary>
    public static List<KeyValuePair<string, string>> FormFields(string page, string form)
    {
        var found = FormTag().Matches(page).FirstOrDefault(f => f.Value.Contains($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal));
        return found is null
            ? []
            : [.. HiddenTag().Matches(found.Value).Select(tag => KeyValuePair.Create(Attribute(tag.Value, "name"), Attribute(tag.Value, "value")))];
    }

    /// <summary>An attribute of the first tag that matches.</summary>
    public static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormTag();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex HiddenTag();
}

/// <summary>What came back.</summary>
internal sealed record Answer(HttpStatusCode Status, string Location, string Text);
