using System.Net.Sockets;
using System.Text;
using PreventionAward.Domain.Access;

namespace PreventionAward.Web.Tests.Support;

/// <summary>A posted form that goes out over a socket piece by piece, so that a test says when which part of it arrives.</summary>
internal sealed class RawRequest : IDisposable
{
    private readonly TcpClient socket = new();
    private readonly byte[] head;
    private readonly byte[] body;

    private RawRequest(Uri address, string path, string cookies, IEnumerable<KeyValuePair<string, string>> fields)
    {
        body = Encoding.ASCII.GetBytes(string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}")));
        head = Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nCookie: {cookies}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n");
        socket.Connect(address.Host, address.Port);
        socket.NoDelay = true;
    }

    /// <summary>Opens the page as that person and prepares its form; nothing is sent yet.</summary>
    public static async Task<RawRequest> OfAsync(AwardApp app, Account account, string path, string form)
    {
        using var handler = new SocketsHttpHandler { UseCookies = false };
        using var http = new HttpClient(handler) { BaseAddress = app.Address };
        http.DefaultRequestHeaders.Add("Cookie", app.CookieOf(account).ToString());
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        var cookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(cookie => cookie.Split(';')[0]) : [];
        var page = await new Visit(http).ShowAsync(response);
        return new(app.Address, path, string.Join("; ", cookies.Prepend(app.CookieOf(account).ToString())), page.Fields(form));
    }

    /// <summary>Sends the headers and the first half of the body.</summary>
    public async Task FirstHalfAsync()
    {
        await socket.GetStream().WriteAsync(head);
        await socket.GetStream().WriteAsync(body.AsMemory(0, body.Length / 2));
        await socket.GetStream().FlushAsync();
    }

    public async Task SecondHalfAsync()
    {
        await socket.GetStream().WriteAsync(body.AsMemory(body.Length / 2));
        await socket.GetStream().FlushAsync();
    }

    /// <summary>The answer, headers and all.</summary>
    public async Task<string> AnswerAsync()
    {
        using var reader = new StreamReader(socket.GetStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    public void Dispose() => socket.Dispose();
}
