using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using PreventionAward.Web.Mail;

namespace PreventionAward.Web;

/// <summary>What stands before the portal: which proxies are believed, which names it answers to, whether its cookies need TLS.</summary>
internal static class FrontDoor
{
    /// <summary>TLS is a must except in the demonstration, in development, and where the portal's public address is this very machine.</summary>
    public static bool IsOverTls(this WebApplicationBuilder builder) =>
        !builder.Configuration.GetValue<bool>("Demo") && !builder.Environment.IsDevelopment()
        && !(PublicAddress(builder.Configuration) is { Scheme: "http", IsLoopback: true });

    public static void AddFrontDoor(this WebApplicationBuilder builder)
    {
        var (configuration, isOpen) = (builder.Configuration, !builder.IsOverTls());
        builder.Services.Configure<ForwardedHeadersOptions>(options => Believe(options, Listed(configuration["Proxies"])));
        builder.Services.Configure<HostFilteringOptions>(options =>
        {
            // Nobody has said otherwise: the name in the public address, and this machine for those who look after it.
            if (configuration["AllowedHosts"] is null or "" or "*" && !isOpen)
                options.AllowedHosts = [PublicAddress(configuration).Host, "localhost", "127.0.0.1", "[::1]"];
        });

        // A request that is no good is answered the same everywhere; the page that says so stands in place of the answer.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
    }

    private static void Believe(ForwardedHeadersOptions options, string[] proxies)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        options.ForwardedHeaders = proxies.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var proxy in proxies)
            if (proxy.Contains('/')) options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            else options.KnownProxies.Add(IPAddress.Parse(proxy));
    }

    private static Uri PublicAddress(IConfiguration configuration) =>
        new(configuration["PublicAddress"] ?? configuration["Mail:PublicAddress"] ?? new MailSettings().PublicAddress);

    private static string[] Listed(string? setting) => (setting ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
