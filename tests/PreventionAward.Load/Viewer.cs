using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;

namespace PreventionAward.Load;

/// <summary>
/// A browser's half of a live board: fetches the page, opens the WebSocket, speaks Blazor's protocol (MessagePack), starts the circuit,
/// adds the board to it and acknowledges what is drawn.
/// </summary>
internal sealed partial class Viewer : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly TaskCompletionSource<int> drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Opens the board and waits until it has been drawn.</summary>
    /// <returns>With the number of bytes that the first drawing took.</returns>
    public static async Task<(Viewer Viewer, int Bytes)> OpenAsync(Uri address, string path, string cookie)
    {
        using var wire = new Wire(address);
        var (status, _, page) = await wire.SendAsync(wire.Get(path, cookie), keep: true);
        if (status != 200) throw new InvalidOperationException($"{path}: {status}");
        page = Unchunked().Replace(page[page.IndexOf("\r\n\r\n", StringComparison.Ordinal)..], "");
        var marker = Marker().Match(page).Groups[1].Value;
        var state = State().Match(page).Groups[1].Value;
        var viewer = new Viewer();
        viewer.socket.Options.SetRequestHeader("Cookie", cookie);
        await viewer.socket.ConnectAsync(new Uri($"ws://{address.Authority}/_blazor"), CancellationToken.None);
        await viewer.SendTextAsync("{\"protocol\":\"blazorpack\",\"version\":1}\u001e");
        _ = viewer.ListenAsync();
        await viewer.CallAsync("0", "StartCircuit", $"{address}", $"{address}{path}", "[]", state);
        await Task.Delay(20);
        await viewer.CallAsync(null, "UpdateRootComponents", $$"""{"batchId":1,"operations":[{"type":"add","ssrComponentId":1,"marker":{{marker}}}]}""", state);
        return (viewer, await viewer.drawn.Task.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        socket.Dispose();
        await Task.CompletedTask;
    }

    private async Task ListenAsync()
    {
        var buffer = new byte[1 << 20];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var got = await socket.ReceiveAsync(buffer, CancellationToken.None);
                if (got.MessageType == WebSocketMessageType.Close) throw new WebSocketException(socket.CloseStatusDescription);
                message.Write(buffer, 0, got.Count);
                if (!got.EndOfMessage) continue;
                await TakeAsync(message.ToArray());
                message.SetLength(0);
            }
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            drawn.TrySetException(e);
        }
    }

    // One of several messages may come in a frame; each begins with its length, 7 bits to a byte.
    private async Task TakeAsync(byte[] frame)
    {
        if (frame is [(byte)'{', ..])
        {
            var end = Array.IndexOf(frame, (byte)0x1e) + 1;
            if (end >= frame.Length) return;
            frame = frame[end..];
        }

        for (var at = 0; at < frame.Length;)
        {
            var (length, shift) = (0, 0);
            do
            {
                length |= (frame[at] & 0x7f) << shift;
                shift += 7;
            }
            while ((frame[at++] & 0x80) != 0);
            await OneAsync(frame.AsMemory(at, length));
            at += length;
        }
    }

    private async Task OneAsync(ReadOnlyMemory<byte> message)
    {
        var words = Encoding.Latin1.GetString(message.Span[..Math.Min(120, message.Length)]);
        if (words.Contains("JS.RenderBatch", StringComparison.Ordinal))
        {
            // [1, {}, nil, "JS.RenderBatch", [number, bytes]]
            var at = words.IndexOf("JS.RenderBatch", StringComparison.Ordinal) + "JS.RenderBatch".Length + 1;
            await CallAsync(null, "OnRenderCompleted", Number(message.Span[at..]), null);
            if (message.Length > 500) drawn.TrySetResult(message.Length);
        }
        else if (words.Contains("JS.Error", StringComparison.Ordinal))
        {
            drawn.TrySetException(new InvalidOperationException(Encoding.UTF8.GetString(message.Span)));
        }
    }

    private static long Number(ReadOnlySpan<byte> packed) => packed[0] switch
    {
        0xcc or 0xd0 => packed[1],
        0xcd or 0xd1 => BinaryPrimitives.ReadUInt16BigEndian(packed[1..]),
        0xce or 0xd2 => BinaryPrimitives.ReadUInt32BigEndian(packed[1..]),
        0xcf or 0xd3 => BinaryPrimitives.ReadInt64BigEndian(packed[1..]),
        var small => small,
    };

    private Task SendTextAsync(string text) => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    private async Task CallAsync(string? id, string target, params object?[] arguments)
    {
        using var packed = new MemoryStream();
        packed.Write([0x95, 0x01, 0x80]);
        Pack(packed, id);
        Pack(packed, target);
        packed.WriteByte((byte)(0x90 | arguments.Length));
        foreach (var argument in arguments) Pack(packed, argument);
        using var framed = new MemoryStream();
        for (var length = (uint)packed.Length; ;)
        {
            var seven = (byte)(length & 0x7f);
            length >>= 7;
            framed.WriteByte((byte)(length > 0 ? seven | 0x80 : seven));
            if (length == 0) break;
        }

        packed.WriteTo(framed);
        await socket.SendAsync(framed.ToArray(), WebSocketMessageType.Binary, true, CancellationToken.None);
    }

    private static void Pack(Stream stream, object? value)
    {
        Span<byte> room = stackalloc byte[9];
        switch (value)
        {
            case null:
                stream.WriteByte(0xc0);
                break;
            case long number:
                room[0] = 0xd3;
                BinaryPrimitives.WriteInt64BigEndian(room[1..], number);
                stream.Write(room);
                break;
            case string text:
                var bytes = Encoding.UTF8.GetBytes(text);
                room[0] = 0xdb;
                BinaryPrimitives.WriteInt32BigEndian(room[1..], bytes.Length);
                stream.Write(room[..5]);
                stream.Write(bytes);
                break;
        }
    }

    [GeneratedRegex("<!--Blazor:(\\{\"type\":\"server\"[^>]*?\\})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:([^>]*?)-->")]
    private static partial Regex State();

    [GeneratedRegex("\r\n[0-9a-f]+\r\n")]
    private static partial Regex Unchunked();
}
