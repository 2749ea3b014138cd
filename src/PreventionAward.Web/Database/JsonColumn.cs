using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PreventionAward.Web.Json;

namespace PreventionAward.Web.Database;

/// <summary>A value kept whole as JSON in one column.</summary>
internal sealed class JsonColumn<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, AwardJson.Options),
    json => JsonSerializer.Deserialize<T>(json, AwardJson.Options)!);

/// <summary>Two values are the same when their JSON is.</summary>
internal sealed class JsonComparer<T>() : ValueComparer<T>(
    (a, b) => JsonSerializer.Serialize(a, AwardJson.Options) == JsonSerializer.Serialize(b, AwardJson.Options),
    value => JsonSerializer.Serialize(value, AwardJson.Options).GetHashCode(StringComparison.Ordinal),
    value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, AwardJson.Options), AwardJson.Options)!);

internal static class JsonColumns
{
    /// <summary>Maps a property to a jsonb column.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(new JsonColumn<T>(), new JsonComparer<T>());
        return property.HasColumnType("jsonb");
    }
}
