using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using PreventionAward.Domain;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Json;

namespace PreventionAward.Web.Features.Dossiers;

/// <summary>How a dossier is written and, more strictly than anything else, read.</summary>
public static class DossierJson
{
    private static readonly JsonSerializerOptions Strict = new(AwardJson.Readable)
    {
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Disallow,
    };

    public static byte[] Write(Dossier dossier) => [.. JsonSerializer.SerializeToUtf8Bytes(dossier, Strict), (byte)'\n'];

    /// <summary>Reads a dossier, or says which field is wrong by its JSON path.</summary>
    public static (Dossier? Dossier, DossierFault? Fault) Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return (JsonSerializer.Deserialize<Dossier>(json, Strict), null);
        }
        catch (JsonException e)
        {
            return (null, new(e.Path ?? "$", Plain(e.Message)));
        }
    }

    // The reader names our types, which say nothing to whoever wrote the file.
    private static string Plain(string message) => message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal)
        ? "has a value that is not allowed here; see templates/schema/competition.schema.json"
        : message.Split(" Path:")[0].Replace("JSON deserialization for type ", "in a ", StringComparison.Ordinal);

    /// <summary>The JSON Schema of <c>competition.json</c>; the file in templates/schema is held to it by a test.</summary>
    public static string Schema()
    {
        var schema = Strict.GetJsonSchemaAsNode(typeof(Dossier), new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe });
        var root = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "PreventionAward dossier" };
        foreach (var (key, value) in schema.AsObject()) root[key] = value?.DeepClone();
        return root.ToJsonString(AwardJson.Readable) + "\n";
    }

    // Types with a way of writing of their own say nothing of themselves to the exporter.
    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (type == typeof(Language)) return new JsonObject { ["enum"] = new JsonArray([.. Language.All.Select(l => JsonValue.Create(l.Code))]) };
        if (type == typeof(Answers)) return new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "string" } };
        return type.Namespace == "PreventionAward.Domain" && type.Name.EndsWith("Id", StringComparison.Ordinal)
            ? new JsonObject { ["type"] = "string", ["format"] = "uuid" }
            : schema;
    }
}

/// <summary>What is wrong with a dossier.</summary>
/// <param name="Path">JSON path of the field, such as <c>$.entries[2].versions[0].by</c>.</param>
public sealed record DossierFault(string Path, string What)
{
    public override string ToString() => $"{Path}: {What}";
}
