using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Web.Features.Entries.Files;

/// <summary>Asks a malware scanner about a file before anybody gets it.</summary>
public abstract class FileScanner
{
    /// <summary>False where no scanner is connected: then files are said to be not scanned.</summary>
    public abstract bool IsConnected { get; }

    /// <summary>Never throws for what the scanner does: where it does not answer, the file waits.</summary>
    public abstract Task<ScanVerdict> ScanAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel = default);
}

/// <summary>Where no scanner is connected.</summary>
internal sealed class NoScanner : FileScanner
{
    public override bool IsConnected => false;

    public override Task<ScanVerdict> ScanAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel = default) =>
        Task.FromResult(new ScanVerdict(ScanState.NotScanned));
}

/// <summary>Settings of the scanner, from configuration (section Clamav).</summary>
public sealed class ClamavSettings
{
    /// <summary>Host and port of clamd, <c>localhost:3310</c>; empty = no scanner.</summary>
    public string Address { get; set; } = "";

    /// <summary>How long one file may take.</summary>
    public double TimeoutSeconds { get; set; } = 30;

    /// <summary>Seconds between two looks at files that wait for the scanner, and at uploads that never finished.</summary>
    public double PauseSeconds { get; set; } = 30;

    /// <summary>The parts of the address; a wrong one stops the start.</summary>
    internal (string Host, int Port)? Target =>
        Address.Length == 0 ? null
        : Address.LastIndexOf(':') is > 0 and var colon && ushort.TryParse(Address[(colon + 1)..], out var port) ? (Address[..colon].Trim('[', ']'), port)
        : throw new InvalidOperationException($"Clamav__Address must be host:port, not \"{Address}\".");
}

/// <summary>ClamAV's daemon, by its INSTREAM command: the bytes go over the connection, nothing is written to a disk.</summary>
internal sealed partial class ClamdScanner(ClamavSettings settings, ILogger<ClamdScanner> log) : FileScanner
{
    private const int Chunk = 64 * 1024;

    /// <summary>Who does not even pick up is asked again later; nobody waits long for it.</summary>
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(3);

    public override bool IsConnected => true;

    public override async Task<ScanVerdict> ScanAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            var answer = await AskAsync(bytes, limit.Token);
            if (Verdict(answer) is { } verdict) return verdict;
            Log.Unclear(log, answer);
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            Log.NoAnswer(log, settings.Address, e);
        }

        return new(ScanState.Waiting);
    }

    /// <summary>"stream: OK" or "stream: NAME FOUND"; anything else is no verdict.</summary>
    private static ScanVerdict? Verdict(string answer) => answer switch
    {
        "stream: OK" => new(ScanState.Clean),
        _ when answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(" FOUND", StringComparison.Ordinal) => new(ScanState.Infected, answer[8..^6]),
        _ => null,
    };

    private async Task<string> AskAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var (host, port) = settings.Target!.Value;
        using var client = new TcpClient();
        using (var soon = CancellationTokenSource.CreateLinkedTokenSource(cancel))
        {
            soon.CancelAfter(ConnectLimit);
            await client.ConnectAsync(host, port, soon.Token);
        }

        await using var stream = client.GetStream();
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancel);
        var length = new byte[4];
        for (var at = 0; at < bytes.Length; at += Chunk)
        {
            var piece = bytes[at..Math.Min(at + Chunk, bytes.Length)];
            BinaryPrimitives.WriteInt32BigEndian(length, piece.Length);
            await stream.WriteAsync(length, cancel);
            await stream.WriteAsync(piece, cancel);
        }

        await stream.WriteAsync(new byte[4], cancel);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return (await reader.ReadToEndAsync(cancel)).Trim('\0', '\n', ' ');
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The scanner at {Address} did not answer")]
        public static partial void NoAnswer(ILogger log, string address, Exception e);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The scanner gave no verdict: {Answer}")]
        public static partial void Unclear(ILogger log, string answer);
    }
}
