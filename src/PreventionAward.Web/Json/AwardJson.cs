using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PreventionAward.Domain;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Web.Json;

/// <summary>How the product writes JSON: in the database, in templates, in dossiers. One way, so that a text means the same everywhere.</summary>
public static class AwardJson
{
    public static readonly JsonSerializerOptions Options = Create(indented: false);

    /// <summary>For files that people read.</summary>
    public static readonly JsonSerializerOptions Readable = Create(indented: true);

    private static JsonSerializerOptions Create(bool indented) => new(JsonSerializerDefaults.Web)
    {
        WriteIndented = indented,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = false,

        // Texts stay readable; what is put into a page is encoded there.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
            new TextConverter<Language>(code => Language.All.FirstOrDefault(l => l.Code == code) ?? throw new FormatException(), language => language.Code),
            new TextConverter<CompetitionId>(text => new(Guid.Parse(text)), id => id.Value.ToString()),
            new TextConverter<EntryId>(text => new(Guid.Parse(text)), id => id.Value.ToString()),
            new TextConverter<PersonId>(text => new(Guid.Parse(text)), id => id.Value.ToString()),
            new TextConverter<AttachmentId>(text => new(Guid.Parse(text)), id => id.Value.ToString()),
            new AnswersConverter(),
        },
    };

    private sealed class TextConverter<T>(Func<string, T> read, Func<T, string> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            try
            {
                return read(reader.GetString() ?? "");
            }
            catch (Exception e) when (e is FormatException or InvalidOperationException)
            {
                throw new JsonException(null, e);
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }

    private sealed class AnswersConverter : JsonConverter<Answers>
    {
        public override Answers Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            Answers.Of(JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options) ?? []);

        public override void Write(Utf8JsonWriter writer, Answers value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Values, options);
    }
}
