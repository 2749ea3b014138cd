using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;

namespace PreventionAward.Web.Documents;

/// <summary>Draws what everybody may ask for once and keeps it in memory: the engine has its hands free, however many ask.</summary>
public sealed class PressOnce(PaperPress press)
{
    private const int Most = 64;

    private readonly ConcurrentDictionary<string, Lazy<Task<byte[]>>> drawn = new(StringComparer.Ordinal);

    /// <summary>The PDF of a paper; one whose record has changed is drawn anew.</summary>
    /// <param name="at">The moment the document says it was made.</param>
    /// <returns>Null where the engine has too much to do, or could not draw it.</returns>
    public async Task<byte[]?> DrawAsync(Paper paper, DateTimeOffset at)
    {
        var key = Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { paper, at })));
        if (drawn.Count >= Most) drawn.Clear();
        try
        {
            // Whoever hangs up does not end what others wait for.
            return await drawn.GetOrAdd(key, _ => new(() => press.DrawAsync(paper, at, []))).Value;
        }
        catch (PaperNotDrawnException)
        {
            drawn.TryRemove(key, out _);
            return null;
        }
    }
}
