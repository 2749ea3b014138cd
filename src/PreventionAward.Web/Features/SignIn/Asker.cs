using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace PreventionAward.Web.Features.SignIn;

/// <summary>Who asks for a way in, as far as a limit needs to know: marks of browser and network that lead back to nobody.</summary>
/// <param name="Network">Null where the address is not known.</param>
public sealed record Asker(string Browser, string? Network)
{
    private const string Cookie = "award-browser";

    /// <summary>Of this request; a browser that has no mark yet gets one.</summary>
    public static Asker Of(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: 32 } browser)
        {
            browser = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            http.Response.Cookies.Append(Cookie, browser, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", IsEssential = true });
        }

        return new(Mark(browser), NetworkOf(http.Connection.RemoteIpAddress) is { } network ? Mark(network) : null);
    }

    // Whoever has one IPv6 address has all that share its first half.
    private static string? NetworkOf(IPAddress? address) => address switch
    {
        null => null,
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    private static string Mark(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("asker:" + text)).AsSpan(0, 16));
}
