using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PreventionAward.Web.Tests.Support;

/// <summary>One person's browser without scripts: goes to pages, fills forms in, follows redirects, keeps cookies.</summary>
internal sealed class Visit(HttpClient http)
{
    /// <summary>The page that is shown.</summary>
    public IHtmlDocument Page { get; private set; } = null!;

    /// <summary>Its status.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Its path and query, after redirects.</summary>
    public string Path { get; private set; } = "/";

    /// <summary>The words of the page's main part, white space made single.</summary>
    public string Words => string.Join(' ', (Page.QuerySelector("main") ?? Page.Body!).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words of the notice that a refusal shows, or empty.</summary>
    public string Refusal => Page.QuerySelector("[role=alert]")?.TextContent.Trim() ?? "";

    /// <summary>Bytes from an address, for what is not a page.</summary>
    public Task<HttpResponseMessage> FetchAsync(string path) => http.GetAsync(path);

    /// <summary>Asks for an address with a method of its own, for example a bare POST.</summary>
    public Task<HttpResponseMessage> FetchAsync(string path, string method) => http.SendAsync(new(new(method), path));

    /// <summary>What a page's script would send.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => http.SendAsync(request);

    /// <summary>Posts fields as a script does; the page stays.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, IEnumerable<(string Name, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await http.PostAsync(path, content);
    }

    /// <summary>Sends a request as it stands, the token of no form in it.</summary>
    /// <param name="origin">The site whose page sends it; null = this one.</param>
    public async Task<Visit> SendAsync(HttpMethod method, string path, IEnumerable<(string Name, string Value)> fields, string? origin = null, string accept = "text/html")
    {
        using var request = new HttpRequestMessage(method, path);
        if (method == HttpMethod.Post) request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        request.Headers.Add("Origin", origin ?? http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Accept", accept);
        using var response = await http.SendAsync(request);
        return await ShowAsync(response);
    }

    public async Task<Visit> GoAsync(string path)
    {
        using var response = await http.GetAsync(Absolute(path));
        return await ShowAsync(response);
    }

    /// <summary>Follows the first link with these words.</summary>
    public Task<Visit> FollowAsync(string words) => GoAsync(Page.QuerySelectorAll("a[href]").Cast<IHtmlAnchorElement>()
        .First(link => link.TextContent.Trim() == words).GetAttribute("href")!);

    /// <summary>Sends a form as a browser does: what it holds, the given values in place of its own, and files.</summary>
    /// <param name="form">Its form name (<c>@formname</c>), or a CSS selector.</param>
    /// <param name="values">A null value leaves the field out.</param>
    public Task<Visit> SubmitAsync(string form, params (string Name, string? Value)[] values) => SubmitAsync(form, values, []);

    /// <inheritdoc cref="SubmitAsync(string, ValueTuple{string, string}[])"/>
    public async Task<Visit> SubmitAsync(string form, (string Name, string? Value)[] values, (string Name, string File, byte[] Bytes)[] files)
    {
        var element = Find(form);
        var fields = Held(element).Where(held => values.All(value => value.Name != held.Name)).ToList();
        fields.AddRange(values.Where(value => value.Value is not null).Select(value => (value.Name, value.Value!)));
        var target = Absolute(element.GetAttribute("action") is { Length: > 0 } action ? action : Path);
        using HttpContent content = files.Length > 0 || element.GetAttribute("enctype") == "multipart/form-data"
            ? Multipart(fields, files)
            : new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await http.PostAsync(target, content);
        return await ShowAsync(response);
    }

    /// <summary>What a form of the page would send, to be sent by hand: many at once, half of it, twice.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields(string form) => [.. Held(Find(form)).Select(field => KeyValuePair.Create(field.Name, field.Value))];

    /// <summary>Sends fields to the address of the page and leaves the page as it is.</summary>
    public async Task<(HttpStatusCode Status, string Path, string Body)> PostAsync(IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        using var response = await http.PostAsync(Absolute(Path), content);
        return (response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Takes an answer for the page that is shown.</summary>
    public async Task<Visit> ShowAsync(HttpResponseMessage response)
    {
        Status = response.StatusCode;
        Path = response.RequestMessage!.RequestUri!.PathAndQuery;
        Page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
        return this;
    }

    private Uri Absolute(string path)
    {
        var root = new Uri(http.BaseAddress!, Page?.QuerySelector("base")?.GetAttribute("href") ?? "/");
        return new(root, path);
    }

    private IElement Find(string form) =>
        Page.QuerySelectorAll("form").FirstOrDefault(f => f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == form)
        ?? (form.IndexOfAny(['.', '#', '[', ' ']) >= 0 ? Page.QuerySelector(form) : null)
        ?? throw new InvalidOperationException($"{Path} ({Status}) has no form {form}: {Words}");

    private static IEnumerable<(string Name, string Value)> Held(IElement form) => form.QuerySelectorAll("[name]").SelectMany(field => field switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" or "submit" } => [],
        IHtmlInputElement input => [(input.Name!, input.Value)],
        IHtmlTextAreaElement area => [(area.Name!, area.Value)],
        IHtmlSelectElement select => select.SelectedOptions.Select(option => (select.Name!, option.Value)),
        _ => Enumerable.Empty<(string, string)>(),
    });

    private static MultipartFormDataContent Multipart(List<(string Name, string Value)> fields, (string Name, string File, byte[] Bytes)[] files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields) content.Add(new StringContent(value), name);
        foreach (var (name, file, bytes) in files) content.Add(new ByteArrayContent(bytes), name, file);
        return content;
    }
}
