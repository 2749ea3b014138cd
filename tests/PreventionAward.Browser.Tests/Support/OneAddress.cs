using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PreventionAward.Browser.Tests.Support;

/// <summary>
/// One address before several instances of the portal, as a load balancer is: in turn, to the instance that a cookie names where
/// there is one, and to another where that one does not answer.
/// </summary>
internal sealed class OneAddress : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly IReadOnlyList<Uri> instances;
    private int turn;

    public OneAddress(params IReadOnlyList<Uri> instances)
    {
        this.instances = instances;
        listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Without a slash at its end.</summary>
    public string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await listener.AcceptTcpClientAsync(closing.Token));
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // No more.
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var near = client.GetStream();
                var first = new byte[1 << 16];
                var read = await near.ReadAsync(first, closing.Token);
                if (read == 0) return;
                using var server = await ConnectAsync(Wanted(Encoding.Latin1.GetString(first, 0, read)));
                var far = server.GetStream();
                await far.WriteAsync(first.AsMemory(0, read), closing.Token);
                await Task.WhenAny(near.CopyToAsync(far, closing.Token), far.CopyToAsync(near, closing.Token));
            }
            catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // One of the two hung up.
            }
        }
    }

    private int Wanted(string request) => request.IndexOf("instance=", StringComparison.Ordinal) is >= 0 and var at ? request[at + 9] - '0' : Interlocked.Increment(ref turn);

    private async Task<TcpClient> ConnectAsync(int wanted)
    {
        for (var next = 0; ; next++)
        {
            var instance = instances[(wanted + next) % instances.Count];
            var server = new TcpClient { NoDelay = true };
            try
            {
                await server.ConnectAsync(instance.Host, instance.Port, closing.Token);
                return server;
            }
            catch (SocketException) when (next < instances.Count - 1)
            {
                server.Dispose();
            }
        }
    }
}
