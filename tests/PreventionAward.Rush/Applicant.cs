using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Tests.Support;
using PreventionAward.Web.Ui;

namespace PreventionAward.Rush;

/// <summary>One try to submit, as the client saw it.</summary>
/// <param name="Digest">What was submitted.</param>
/// <param name="SentAt">Before the first byte went.</param>
/// <param name="AnsweredAt">Null where the client hung up.</param>
internal sealed record Attempt(string Digest, string Text, DateTimeOffset SentAt, DateTimeOffset? AnsweredAt, bool Accepted);

/// <summary>Somebody on the last evening: writes with pauses, attaches a file, submits near the deadline; some twice at once, some after a lost answer, some too late.</summary>
internal sealed class Applicant(Browser browser, Person person, Competition call, RushClock clock, Random dice, DateTimeOffset closes)
{
    private static readonly string[] Written = ["description", "theme-fit", "replication"];

    private readonly FormPart part = call.Form.Part(Written[dice.Next(Written.Length)])!;
    private readonly List<Attempt> attempts = [];
    private readonly List<string> files = [];
    private Answers answers = FilledForm.Of(call.Form, "Rush").With([new("contactMail", person.Mail)]);
    private string token = "";
    private AnswerMarks seen = AnswerMarks.Parse("");
    private int bursts;

    public Person Person => person;

    public IReadOnlyList<Attempt> Attempts => attempts;

    /// <summary>SHA-256 of every file whose arrival was acknowledged.</summary>
    public IReadOnlyList<string> Files => files;

    /// <summary>The question that is written into, and its text as last acknowledged.</summary>
    public FormField Field => part.Fields.First(f => f.Kind == FieldKind.Text);

    public string Acknowledged { get; private set; } = "";

    public async Task RunAsync(int seconds)
    {
        await Task.Delay(TimeSpan.FromSeconds(dice.NextDouble() * seconds / 8));
        await OpenAsync();
        var submits = closes - TimeToSpare(seconds);
        var attaches = clock.Now + TimeSpan.FromSeconds(2 + dice.NextDouble() * seconds / 2);
        var hasAttached = false;
        var pulse = clock.Now;
        while (clock.Now < submits)
        {
            if (clock.Now >= pulse)
            {
                await browser.SendAsync("presence", Links.EntryPresence(person.Entry, part.Key), new ByteArrayContent([]), HttpStatusCode.OK);
                pulse = clock.Now + Presence.Pulse;
            }

            await WriteAsync();
            if (!hasAttached && clock.Now >= attaches)
            {
                await AttachAsync();
                hasAttached = true;
            }

            await Task.Delay(Math.Max(0, (int)Math.Min(Pause().TotalMilliseconds, (submits - clock.Now).TotalMilliseconds)));
        }

        await SubmitAsync();
        if (clock.Now > closes.AddSeconds(-8)) return;
        await WriteAsync();
        await clock.UntilAsync(closes.AddSeconds(-1 - dice.NextDouble() * 4));
        await SubmitAsync();
    }

    // Most submit in the last quarter of the minute; every tenth comes within a second or two after it.
    private TimeSpan TimeToSpare(int seconds) => TimeSpan.FromSeconds(dice.Next(10) switch
    {
        0 => -2 * dice.NextDouble(),
        1 => 0.5 - dice.NextDouble(),
        2 => seconds * dice.NextDouble() / 2,
        _ => Math.Min(seconds * 0.6, 0.4 - (Math.Log(1 - dice.NextDouble()) * seconds / 8)),
    });

    // The script saves 0.9 seconds after the last key; people pause longer.
    private TimeSpan Pause() => TimeSpan.FromSeconds(1.2 + (dice.NextDouble() * 2.8));

    private async Task OpenAsync()
    {
        var page = await browser.TextAsync("open a part", Links.EntryPart(person.Entry, part.Key));
        var form = Browser.FormFields(page, "part");
        token = Value(form, "__RequestVerificationToken");
        seen = AnswerMarks.Parse(Value(form, "seen"));
    }

    private async Task WriteAsync()
    {
        var text = $"Rush {++bursts}: " + string.Join(' ', Enumerable.Range(0, Math.Min(bursts * 6, Field.Words!.Value - 3)).Select(n => $"sana{n}"));
        answers = answers.With([new(Field.Key, text)]);
        var fields = Held(part).Prepend(new("sent", "")).Prepend(new("seen", seen.ToString())).Prepend(new("_handler", "part")).Prepend(new("__RequestVerificationToken", token));
        var answer = await browser.SendAsync("autosave", Links.EntryDraft(person.Entry, part.Key, person.Id), new FormUrlEncodedContent(fields), HttpStatusCode.OK);
        if (answer?.Status != HttpStatusCode.OK) return;
        using var told = JsonDocument.Parse(answer.Text);
        if (told.RootElement.GetProperty("conflicts").EnumerateObject().Any()) browser.Fail("autosave", "conflict with oneself");
        if (!told.RootElement.GetProperty("saved").TryGetProperty(Field.Key, out var mark) || mark.GetString() != AnswerMarks.Mark(text)) browser.Fail("autosave", "not acknowledged");
        else Acknowledged = text;
        seen = AnswerMarks.Of(Answers.Of(answers.Values.Where(a => part.Fields.Any(f => f.Key == a.Key.Split('.')[0]))));
    }

    private async Task AttachAsync()
    {
        var with = call.Form.Parts.First(p => p.Fields.Any(f => f.Kind == FieldKind.Files));
        var page = await browser.TextAsync("open a part", Links.EntryPart(person.Entry, with.Key));
        var bytes = new byte[dice.Next(100_000, 700_000)];
        dice.NextBytes(bytes);
        Encoding.ASCII.GetBytes("%PDF-1.7\n").CopyTo(bytes, 0);
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in Browser.FormFields(page, "part").Concat(Held(with)).Append(new("do", "upload"))) content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(bytes), with.Fields.First(f => f.Kind == FieldKind.Files).Key, "rush.pdf");
        var answer = await browser.SendAsync("attach a file", Links.EntryPart(person.Entry, with.Key), content, HttpStatusCode.Redirect, HttpStatusCode.SeeOther);
        if (answer?.Location.Length > 0) files.Add(Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private async Task SubmitAsync()
    {
        var path = Links.EntryCheck(person.Entry);
        var form = Browser.FormFields(await browser.TextAsync("check the answers", path), "submit");
        if (form.Count == 0)
        {
            browser.Fail("submit", "no button to submit with");
            return;
        }

        switch (dice.Next(10))
        {
            case 0 or 1:
                await Task.WhenAll(PressAsync(path, form), PressAsync(path, form));
                break;
            case 2:
                var sentAt = clock.Now;
                await browser.SendAndHangUpAsync(path, new FormUrlEncodedContent(form), TimeSpan.FromMilliseconds(dice.Next(1, 60)));
                attempts.Add(new(Value(form, "seen"), Acknowledged, sentAt, null, Accepted: false));
                await PressAsync(path, form);
                break;
            default:
                await PressAsync(path, form);
                break;
        }
    }

    private async Task PressAsync(string path, List<KeyValuePair<string, string>> form)
    {
        var sentAt = clock.Now;
        var answer = await browser.SendAsync("submit", path, new FormUrlEncodedContent(form), HttpStatusCode.Redirect, HttpStatusCode.SeeOther, HttpStatusCode.OK);
        var attempt = new Attempt(Value(form, "seen"), Acknowledged, sentAt, answer is null ? null : clock.Now, answer?.Location.Contains("receipt", StringComparison.Ordinal) == true);
        attempts.Add(attempt);
        if (answer is not null && !attempt.Accepted && attempt.AnsweredAt < closes) browser.Fail("submit", "refused before the deadline");
    }

    private IEnumerable<KeyValuePair<string, string>> Held(FormPart page) =>
        answers.Values.Where(a => page.Fields.Any(f => f.Key == a.Key.Split('.')[0]))
            .SelectMany(a => page.Fields.Any(f => f.Key == a.Key && f.Kind == FieldKind.Choices) ? a.Value.Split('\n').Select(one => KeyValuePair.Create(a.Key, one)) : [a]);

    private static string Value(List<KeyValuePair<string, string>> form, string name) => form.FirstOrDefault(field => field.Key == name).Value ?? "";
}
