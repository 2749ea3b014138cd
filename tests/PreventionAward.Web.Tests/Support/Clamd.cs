using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PreventionAward.Web.Tests.Support;

/// <summary>A real clamd with one signature of our own (<see cref="Marker"/>), ended by its process when the test is over.</summary>
internal sealed class Clamd : IAsyncDisposable
{
    /// <summary>What the signature in Support/signatures finds.</summary>
    public const string Marker = "AWARD-TEST-MALWARE-MARKER";

    private static readonly string[] Places = ["/usr/sbin/clamd", "/usr/local/sbin/clamd", "/opt/homebrew/sbin/clamd"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("award-clamd-");
    private readonly int port;
    private Process? process;

    private Clamd(int port) => this.port = port;

    /// <summary>As the setting Clamav:Address wants it.</summary>
    public string Address => $"127.0.0.1:{port}";

    /// <summary>An address at which nothing answers yet; <see cref="StartAsync"/> makes it answer.</summary>
    public static Clamd Absent()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new(((IPEndPoint)listener.LocalEndpoint).Port);
    }

    public async Task StartAsync()
    {
        var program = Places.FirstOrDefault(File.Exists);
        Assert.True(program is not null, "There is no clamd on this machine, so the scanner cannot be tried. Install ClamAV's daemon (Debian: apt-get install clamav-daemon; ./test does so as root).");
        var configuration = Path.Combine(folder.FullName, "clamd.conf");
        await File.WriteAllLinesAsync(configuration,
        [
            "Foreground yes", $"TCPSocket {port}", "TCPAddr 127.0.0.1", $"TemporaryDirectory {folder.FullName}",
            $"DatabaseDirectory {Path.Combine(SourceTree.Root, "tests", "PreventionAward.Web.Tests", "Support", "signatures")}",
        ]);
        process = Process.Start(new ProcessStartInfo(program!, ["--config-file", configuration]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await UntilItAnswersAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task UntilItAnswersAsync()
    {
        for (var waited = 0; waited < 300; waited++)
        {
            Assert.False(process!.HasExited, $"clamd stopped at once with exit code {(process.HasExited ? process.ExitCode : 0)}.");
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(100);
            }
        }

        Assert.Fail("clamd did not answer within 30 seconds.");
    }
}
