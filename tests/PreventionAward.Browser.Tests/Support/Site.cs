using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using Npgsql;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Browser.Tests.Support;

/// <summary>The portal as it is used: a process of its own on a fresh database with the demo competitions, and a real Chromium before it.</summary>
public sealed class Site : IAsyncLifetime
{
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly string folder = Directory.CreateTempSubdirectory("award-site-").FullName;
    private readonly string database = $"site_{Guid.NewGuid():n}";
    private Process server = null!;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    /// <summary>Without a slash at its end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Where its mails are written.</summary>
    public string Mails => Path.Combine(folder, "mail");

    public async Task InitializeAsync()
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        await SqlAsync($"create database {database}");
        await RunAsync("migrate");
        await RunAsync("demo");
        server = Start("--urls", Address);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Args = Flags });
        await UntilItAnswersAsync();
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        server.Kill(entireProcessTree: true);
        await server.WaitForExitAsync();
        server.Dispose();
        await SqlAsync($"drop database if exists {database} with (force)");
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A window of somebody who is not signed in; nothing of it is shared with another.</summary>
    /// <param name="language">fi, sv or en: which of the three sites its addresses mean.</param>
    /// <param name="scripts">False for a browser that runs none.</param>
    /// <param name="address">Another address of the portal than its own.</param>
    internal async Task<Window> WindowAsync(string language = "fi", int width = 390, int height = 800, bool scripts = true, string? address = null)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, JavaScriptEnabled = scripts });
        context.SetDefaultTimeout(20_000);
        return new(await context.NewPageAsync(), (address ?? Address) + (language == "fi" ? "/" : $"/{language}/"));
    }

    /// <summary>A window signed in by the demo's button: secretary, applicant, juror-1, chair, publisher.</summary>
    internal async Task<Window> SignInAsync(string role, string language = "fi", int width = 390, int height = 800, bool scripts = true)
    {
        var window = await WindowAsync(language, width, height, scripts);
        return await SignInAsync(window, role);
    }

    /// <summary>Signs in by the demo's button in a window that is open.</summary>
    internal static async Task<Window> SignInAsync(Window window, string role)
    {
        await window.GoAsync("sign-in");
        await window.PressAsync($"button[name=as][value={role}]");
        return window;
    }

    /// <summary>A second process of the portal on the same database, at an address of its own; whoever asks for it ends it.</summary>
    internal async Task<(Process Process, Uri Address)> AnotherAsync(Uri? at = null)
    {
        var address = at ?? new Uri($"http://127.0.0.1:{FreePort()}");
        var process = Start("--urls", address.GetLeftPart(UriPartial.Authority));
        await UntilItAnswersAsync(process, address.GetLeftPart(UriPartial.Authority));
        return (process, address);
    }

    /// <summary>Ends the server as a power cut would: nothing is finished, nobody is told.</summary>
    public async Task KillAsync()
    {
        server.Kill(entireProcessTree: true);
        await server.WaitForExitAsync();
    }

    /// <summary>Ends the server in order, as a deploy does: what has begun is finished, what comes is refused.</summary>
    public async Task StopAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", $"{server.Id}"]);
        await server.WaitForExitAsync();
    }

    /// <summary>Starts it again at the same address.</summary>
    public async Task StartAgainAsync()
    {
        server.Dispose();
        server = Start("--urls", Address);
        await UntilItAnswersAsync();
    }

    private Task UntilItAnswersAsync() => UntilItAnswersAsync(server, Address);

    private static async Task UntilItAnswersAsync(Process server, string address)
    {
        using var http = new HttpClient();
        for (var waited = 0; waited < 300; waited++)
        {
            Assert.False(server.HasExited, "The portal stopped while starting.");
            try
            {
                if (await http.GetStringAsync(address + "/health") == "ok") return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        Assert.Fail("The portal did not answer within 30 seconds.");
    }

    private async Task RunAsync(string verb)
    {
        using var process = Start(verb);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    private Process Start(params string[] arguments)
    {
        var web = Path.Combine(SourceTree.Root, "src", "PreventionAward.Web");
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.Combine(web, "bin", configuration, "net10.0", "PreventionAward.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { WorkingDirectory = folder };
        start.Environment["ASPNETCORE_CONTENTROOT"] = web;
        start.Environment["ConnectionStrings__Award"] = TestServer.ConnectionTo(database);
        start.Environment["Demo"] = "true";
        start.Environment["Mail__Folder"] = Mails;
        start.Environment["PublicAddress"] = Address;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        return Process.Start(start)!;
    }

    private static async Task SqlAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(TestServer.ConnectionTo("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Chromium() => Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
}

/// <summary>All browser tests use one site, one after the other.</summary>
[CollectionDefinition("site")]
public sealed class OneSite : ICollectionFixture<Site>;
