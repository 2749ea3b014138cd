using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PreventionAward.Web.Tests.Support;

/// <summary>A mail server of the tests' own: speaks SMTP on a free local port and keeps what it is given.</summary>
internal sealed class PostBox : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly ConcurrentQueue<ReceivedMail> mails = new();
    private readonly Task accepting;

    public PostBox()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    public static string Host => "127.0.0.1";

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How the server behaves from the next mail on.</summary>
    public PostBoxMood Mood { get; set; } = PostBoxMood.Accepts;

    /// <summary>The mails taken so far, in the order of arrival.</summary>
    public IReadOnlyList<ReceivedMail> Mails => [.. mails];

    /// <summary>How many times a client came, whether or not its mail was taken.</summary>
    public int Visits => visits;

    private int visits;

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await accepting;
        closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await listener.AcceptTcpClientAsync(closing.Token));
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The box is closed.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        Interlocked.Increment(ref visits);
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1);
                await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
                await new Dialogue(this, reader, writer, closing.Token).RunAsync();
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client went away, or the box closed while it waited.
        }
    }

    /// <summary>One client's conversation: envelope, then message, as RFC 5321 has it.</summary>
    private sealed class Dialogue(PostBox box, StreamReader reader, StreamWriter writer, CancellationToken closing)
    {
        private readonly List<string> recipients = [];
        private string sender = "";

        public async Task RunAsync()
        {
            if (box.Mood == PostBoxMood.Silent) await Task.Delay(Timeout.Infinite, closing);
            await writer.WriteLineAsync("220 localhost test post box");
            while (await reader.ReadLineAsync(closing) is { } line)
            {
                var answer = await AnswerAsync(line);
                await writer.WriteLineAsync(answer);
                if (answer.StartsWith("221", StringComparison.Ordinal)) return;
            }
        }

        private async Task<string> AnswerAsync(string line) => line.Split(' ', ':')[0].ToUpperInvariant() switch
        {
            "EHLO" => "250-localhost\r\n250-8BITMIME\r\n250 SMTPUTF8",
            "MAIL" => From(Address(line)),
            "RCPT" => To(Address(line)),
            "DATA" => await TakeAsync(),
            "QUIT" => "221 bye",
            "HELO" or "NOOP" or "RSET" => "250 ok",
            _ => "502 not here",
        };

        private string From(string address)
        {
            (sender, _) = (address, recipients.RemoveAll(_ => true));
            return box.Mood == PostBoxMood.Busy ? "451 try again later" : "250 ok";
        }

        private string To(string address)
        {
            if (box.Mood == PostBoxMood.Refuses) return "550 no such mailbox";
            recipients.Add(address);
            return "250 ok";
        }

        private async Task<string> TakeAsync()
        {
            await writer.WriteLineAsync("354 go on");
            var raw = new StringBuilder();
            while (await reader.ReadLineAsync(closing) is { } line && line != ".")
                raw.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
            box.mails.Enqueue(new ReceivedMail(sender, [.. recipients], raw.ToString()));
            return "250 taken";
        }

        private static string Address(string line) =>
            line.IndexOf('<') is var from && line.IndexOf('>') is var to && from >= 0 && to > from ? line[(from + 1)..to] : "";
    }
}

/// <summary>What a post box does with a mail: takes it, refuses it for good (550), asks to come again (451), or never answers.</summary>
internal enum PostBoxMood
{
    Accepts,
    Refuses,
    Busy,
    Silent,
}

/// <summary>A mail as it came over the wire; <paramref name="Raw"/> holds its bytes as Latin-1 characters.</summary>
internal sealed record ReceivedMail(string From, IReadOnlyList<string> To, string Raw)
{
    /// <summary>Header lines unfolded and decoded (RFC 2047), by name; of a repeated header the first.</summary>
    public string Header(string name) => MailText.Header(Raw, name);

    /// <summary>The first plain text of the mail, transfer encoding undone, read as UTF-8.</summary>
    public string Text => MailText.PlainText(Raw);
}
