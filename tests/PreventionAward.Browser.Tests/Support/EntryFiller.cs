using System.Text;
using System.Text.Json;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Browser.Tests.Support;

/// <summary>Fills the entry form in as an applicant would, question by question according to its kind: what is required, and nothing else.</summary>
internal sealed class EntryFiller(Window window, string entry)
{
    private readonly Dictionary<string, string> answered = [];

    /// <summary>A file that opens, however little it says.</summary>
    public static readonly byte[] SmallPdf = Encoding.ASCII.GetBytes(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF");

    /// <param name="title">The title of the entry; other texts name their question.</param>
    public async Task FillAsync(string title)
    {
        using var form = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(SourceTree.Root, "templates", "forms", "entry.json")));
        foreach (var part in form.RootElement.GetProperty("parts").EnumerateArray())
        {
            await window.GoAsync($"{entry}/parts/{part.GetProperty("key").GetString()}");
            foreach (var field in part.GetProperty("fields").EnumerateArray().Where(IsWanted)) await AnswerAsync(field, field.GetProperty("key").GetString()!, title);
            await window.FitsAsync();
            await window.SendAsync("part", "[value=next]");
            await window.NotRefusedAsync();
        }
    }

    private async Task AnswerAsync(JsonElement field, string name, string title)
    {
        switch (field.GetProperty("kind").GetString())
        {
            case "rows":
                foreach (var cell in field.GetProperty("fields").EnumerateArray().Where(IsRequired)) await AnswerAsync(cell, $"{name}.1.{cell.GetProperty("key").GetString()}", title);
                break;
            case "files":
                await window.Page.Locator($"input[name=\"{name}\"]").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "liite.pdf", MimeType = "application/pdf", Buffer = SmallPdf });
                // Where scripts run it is attached at once, and nobody leaves the page before.
                if (await window.Page.Locator("button[value=upload]").IsHiddenAsync()) await Microsoft.Playwright.Assertions.Expect(window.Page.Locator("[data-uploads] ul > li a")).ToHaveCountAsync(1);
                break;
            case "choice" or "choices":
                await ChooseAsync(name, answered[name] = field.GetProperty("options")[0].GetProperty("key").GetString()!);
                break;
            case "confirm":
                await window.TickAsync(name);
                break;
            case var kind:
                await window.FillAsync(name, name == "title" ? title : Text(kind!, name));
                break;
        }
    }

    private async Task ChooseAsync(string name, string value)
    {
        var list = window.Page.Locator($"select[name=\"{name}\"]");
        if (await list.CountAsync() > 0) await window.SelectAsync(name, value);
        else await window.ChooseAsync(name, value);
    }

    private static string Text(string kind, string name) => kind switch
    {
        "date" => "15.11.2026",
        "year" => "2026",
        "number" => "12",
        "money" => "1 500,50",
        "mail" => "applicant@demo.example",
        "phone" => "+358 40 0000000",
        "url" => "example.fi",
        _ => $"Svar på frågan {name} – 40 % färre händelser än 2024.",
    };

    // Files are not required; one is attached all the same.
    private bool IsWanted(JsonElement field) =>
        field.GetProperty("kind").GetString() == "files" || (IsRequired(field) && (!field.TryGetProperty("showWhen", out var when) || IsAsked(when)));

    private bool IsAsked(JsonElement when) =>
        answered.TryGetValue(when.GetProperty("field").GetString()!, out var answer) && when.GetProperty("is").EnumerateArray().Any(option => option.GetString() == answer);

    private static bool IsRequired(JsonElement field) => field.TryGetProperty("required", out var required) && required.GetBoolean();
}
