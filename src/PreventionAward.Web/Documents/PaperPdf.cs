using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PreventionAward.Domain;

namespace PreventionAward.Web.Documents;

/// <summary>Draws a paper with Typst: the paper becomes JSON, a Node process makes the PDF.</summary>
internal sealed class PaperPdf(TypstWorker worker) : PaperPress
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new PassageConverter(), new LanguageConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public override async Task<DrawnPaper> PressAsync(
        Paper paper, DateTimeOffset creationTime, IReadOnlyList<PaperAttachment> attachments, CancellationToken cancellation = default)
    {
        var question = JsonSerializer.Serialize(new Question(paper with { Blocks = PaperHeadings.InSteps(paper.Blocks) }, creationTime.ToUnixTimeSeconds(), attachments), Json);

        var answer = JsonSerializer.Deserialize<Answer>(await worker.AskAsync(question, cancellation), Json);

        return answer?.Pdf is { } pdf
            ? new(pdf, answer.Pages, answer.Boxed)
            : throw new PaperNotDrawnException(answer?.Error ?? "The engine gave an empty answer");
    }

    private sealed record Question(Paper Paper, long CreationTime, IReadOnlyList<PaperAttachment> Attachments);

    private sealed record Answer(byte[]? Pdf, int Pages, IReadOnlyList<string> Boxed, string? Error);

    private sealed class PassageConverter : JsonConverter<Passage>
    {
        public override Passage Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Passage passage, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("plain", PaperText.Clean(passage.Text));
            writer.WriteString("language", passage.Language?.Code);
            writer.WriteEndObject();
        }
    }

    private sealed class LanguageConverter : JsonConverter<Language>
    {
        public override Language Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Language language, JsonSerializerOptions options) => writer.WriteStringValue(language.Code);
    }
}
