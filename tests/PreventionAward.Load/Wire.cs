using System.Net.Sockets;
using System.Text;

namespace PreventionAward.Load;

/// <summary>One kept-alive HTTP connection that does as little as it can, so that the machine is left to what is measured.</summary>
internal sealed class Wire(Uri address) : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] LastChunk = "\r\n0\r\n\r\n"u8.ToArray();
    private readonly byte[] tail = new byte[LastChunk.Length];
    private readonly byte[] buffer = new byte[1 << 16];
    private Socket? socket;

    /// <summary>The request as it goes over the line.</summary>
    public byte[] Get(string path, string cookie) => Encoding.ASCII.GetBytes($"GET /{path} HTTP/1.1\r\nHost: {address.Authority}\r\nCookie: {cookie}\r\n\r\n");

    public byte[] Post(string path, string cookie, IEnumerable<(string Name, string Value)> fields)
    {
        var body = string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Name)}={Uri.EscapeDataString(f.Value)}"));
        return Encoding.ASCII.GetBytes($"POST /{path} HTTP/1.1\r\nHost: {address.Authority}\r\nCookie: {cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}");
    }

    /// <summary>Sends, reads the whole answer, and gives its status and size; its text where that is asked for.</summary>
    public async Task<(int Status, int Size, string Text)> SendAsync(byte[] request, bool keep = false)
    {
        if (socket is null)
        {
            socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(address.Host, address.Port);
        }

        await socket.SendAsync(request);
        using var whole = new MemoryStream();
        var head = "";
        var (size, wanted, status) = (0, -1, 0);
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer);
            if (read == 0) throw new IOException("The server hung up.");
            size += read;
            if (keep) whole.Write(buffer, 0, read);
            if (status == 0)
            {
                var end = buffer.AsSpan(0, read).IndexOf(HeadEnd);
                if (end < 0) throw new IOException("A head that does not come in one piece.");
                head = Encoding.ASCII.GetString(buffer, 0, end);
                status = int.Parse(head.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture);
                var length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
                if (length is not null) wanted = end + 4 + int.Parse(length.AsSpan(15), System.Globalization.CultureInfo.InvariantCulture);
            }

            Keep(buffer.AsSpan(0, read));
            if (wanted >= 0 ? size >= wanted : tail.AsSpan().SequenceEqual(LastChunk)) break;
        }

        return (status, size, keep ? Encoding.UTF8.GetString(whole.ToArray()) : head);
    }

    public void Dispose() => socket?.Dispose();

    // The end of an answer may come in two pieces.
    private void Keep(ReadOnlySpan<byte> piece)
    {
        if (piece.Length >= tail.Length)
        {
            piece[^tail.Length..].CopyTo(tail);
            return;
        }

        tail.AsSpan(piece.Length).CopyTo(tail);
        piece.CopyTo(tail.AsSpan(tail.Length - piece.Length));
    }
}

/// <summary>What a run of requests took.</summary>
internal sealed record Took(double PerSecond, double P50, double P99, int Bytes, int Failed);

/// <summary>Sends requests over some connections for some seconds.</summary>
internal static class Run
{
    /// <param name="request">The request of a connection for its nth time; null = there are no more.</param>
    /// <param name="expected">The status that is a success.</param>
    public static async Task<Took> ForAsync(Uri address, int connections, double seconds, Func<Wire, int, int, byte[]?> request, int expected = 200)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var results = await Task.WhenAll(Enumerable.Range(0, connections).Select(connection => Task.Run(async () =>
        {
            using var wire = new Wire(address);
            List<double> times = [];
            var (failed, bytes) = (0, 0);
            for (var n = 0; clock.Elapsed.TotalSeconds < seconds; n++)
            {
                if (request(wire, connection, n) is not { } sent) break;
                var began = clock.Elapsed;
                var (status, size, _) = await wire.SendAsync(sent);
                times.Add((clock.Elapsed - began).TotalMilliseconds);
                bytes = size;
                if (status != expected) failed++;
            }

            return (times, failed, bytes);
        })));
        var took = clock.Elapsed.TotalSeconds;
        var all = results.SelectMany(r => r.times).Order().ToList();
        if (all.Count == 0) return new(0, 0, 0, 0, 0);
        return new(all.Count / took, all[all.Count / 2], all[(int)(all.Count * 0.99)], results[0].bytes, results.Sum(r => r.failed));
    }

    /// <summary>The same after a second and a half of warm-up: the median of three runs by requests per second.</summary>
    public static async Task<Took> MeasureAsync(Uri address, int connections, double seconds, Func<Wire, int, int, byte[]?> request)
    {
        await ForAsync(address, connections, seconds / 2, request);
        List<Took> runs = [];
        for (var run = 0; run < 3; run++) runs.Add(await ForAsync(address, connections, seconds, request));
        return runs.OrderBy(r => r.PerSecond).ElementAt(1) with { Failed = runs.Sum(r => r.Failed) };
    }
}

/// <summary>The memory of a process.</summary>
internal static class Memory
{
    /// <summary>Its proportional share of the machine's memory, in KiB.</summary>
    public static long Of(int pid) => File.ReadLines($"/proc/{pid}/smaps_rollup").Where(line => line.StartsWith("Pss:", StringComparison.Ordinal))
        .Select(line => long.Parse(line[4..].Replace("kB", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture)).Single();
}
