using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Options;

namespace PreventionAward.Web.Documents;

/// <summary>
/// The Node process that runs Typst: one line of JSON to it, one line back. Started when first needed, started again when it has ended,
/// ended with the application. It works on one paper at a time.
/// </summary>
internal sealed class TypstWorker(IOptions<DocumentsOptions> options, ILogger<TypstWorker> log) : IAsyncDisposable
{
    private const int Attempts = 3;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private int waiting;
    private Process? process;

    /// <summary>The engine's process number, for who must end or watch it; null before the first paper.</summary>
    internal int? ProcessId => process is { HasExited: false } running ? running.Id : null;

    /// <param name="question">One line of JSON.</param>
    /// <param name="cancellation">Who asked has gone: a question that has not been put yet is dropped.</param>
    /// <exception cref="PaperNotDrawnException">Too many wait already, no answer within the time limit, or the process ended three times over the same question.</exception>
    public async Task<string> AskAsync(string question, CancellationToken cancellation)
    {
        await WaitForTurnAsync(cancellation);

        // Once asked, the answer must be read even if nobody waits for it: the next question comes on the same line.
        return await AnswerAndReleaseAsync(question).WaitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await oneAtATime.WaitAsync();
        End();
    }

    private async Task WaitForTurnAsync(CancellationToken cancellation)
    {
        try
        {
            if (Interlocked.Increment(ref waiting) > options.Value.MostWaiting) throw new PaperNotDrawnException($"{options.Value.MostWaiting} papers are waiting already");
            await oneAtATime.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    private async Task<string> AnswerAndReleaseAsync(string question)
    {
        try
        {
            for (var attempt = 1; attempt <= Attempts; attempt++)
                if (await AnswerAsync(question) is { } answer) return answer;
            throw new PaperNotDrawnException($"The engine ended {Attempts} times over one paper");
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Null when the process ended before it had answered.</summary>
    private async Task<string?> AnswerAsync(string question)
    {
        var limit = options.Value.LimitFor(question);
        using var time = new CancellationTokenSource(limit);
        try
        {
            var engine = process is { HasExited: false } ? process : process = Start();
            await engine.StandardInput.WriteLineAsync(question.AsMemory(), time.Token);
            await engine.StandardInput.FlushAsync(time.Token);
            if (await ReadWithinMemoryAsync(engine, time.Token) is { } answer && answer.EndsWith('}')) return answer; // else cut off in the middle
        }
        catch (OperationCanceledException late)
        {
            End();
            throw new PaperNotDrawnException($"No answer within {limit.TotalSeconds:0} seconds", late);
        }
        catch (IOException) { }
        log.LogWarning("The PDF engine ended before it answered; starting it again");
        End();
        return null;
    }

    /// <summary>Looks at the engine's memory while it works: Node bounds its own, not that of the compiler in it.</summary>
    private async Task<string?> ReadWithinMemoryAsync(Process engine, CancellationToken time)
    {
        var answer = engine.StandardOutput.ReadLineAsync(time).AsTask();
        while (await Task.WhenAny(answer, Task.Delay(Look, time)) != answer && !engine.HasExited)
        {
            engine.Refresh();
            if (engine.WorkingSet64 <= options.Value.MostMemoryMegabytes * 1024L * 1024) continue;
            End();
            throw new PaperNotDrawnException($"The paper took more than {options.Value.MostMemoryMegabytes} MB");
        }

        return await answer;
    }

    private Process Start()
    {
        End();
        var set = options.Value;
        var start = new ProcessStartInfo(set.Node)
        {
            ArgumentList = { "--max-old-space-size=512", set.Worker, set.FoundNodeModules(), set.Template, $"{set.MemoryMegabytes}" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
        };
        var started = Started(start);
        started.ErrorDataReceived += (_, line) => { if (line.Data is { Length: > 0 } text) log.LogWarning("PDF engine: {Line}", text); };
        started.BeginErrorReadLine();
        return started;
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new PaperNotDrawnException("The PDF engine did not start");
        }
        catch (Win32Exception missing)
        {
            throw new PaperNotDrawnException($"Node could not be started as '{start.FileName}': set Documents:Node", missing);
        }
    }

    private void End()
    {
        if (process is null) return;
        if (!process.HasExited) process.Kill();
        process.Dispose();
        process = null;
    }
}
