using System.Collections.Concurrent;
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

/// <summary>A large value that never changes in itself and is read with every request: the same JSON is parsed once and its value shared.</summary>
internal sealed class SharedJsonColumn<T>() : ValueConverter<T, string>(value => JsonSerializer.Serialize(value, AwardJson.Options), json => Of(json))
{
    private const int Most = 64;

    private static readonly ConcurrentDictionary<string, T> Parsed = new(StringComparer.Ordinal);

    private static T Of(string json)
    {
        if (Parsed.TryGetValue(json, out var known)) return known;
        if (Parsed.Count >= Most) Parsed.Clear();
        return Parsed[json] = JsonSerializer.Deserialize<T>(json, AwardJson.Options)!;
    }
}

/// <summary>Compares values that never change in themselves: no copy of them has to be kept.</summary>
internal sealed class SharedJsonComparer<T>() : ValueComparer<T>(
    (a, b) => ReferenceEquals(a, b) || JsonSerializer.Serialize(a, AwardJson.Options) == JsonSerializer.Serialize(b, AwardJson.Options),
    value => JsonSerializer.Serialize(value, AwardJson.Options).GetHashCode(StringComparison.Ordinal),
    value => value);

/// <summary>Compares values by their own equality; they never change in themselves.</summary>
internal sealed class ValueEquality<T>() : ValueComparer<T>((a, b) => EqualityComparer<T>.Default.Equals(a, b), value => value!.GetHashCode(), value => value);

internal static class JsonColumns
{
    /// <summary>Maps a large, unchanging property to a jsonb column; its values are shared between requests.</summary>
    public static PropertyBuilder<T> AsSharedJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(new SharedJsonColumn<T>(), new SharedJsonComparer<T>());
        return property.HasColumnType("jsonb");
    }

    /// <summary>Maps a property to a jsonb column.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(new JsonColumn<T>(), new JsonComparer<T>());
        return property.HasColumnType("jsonb");
    }
}
