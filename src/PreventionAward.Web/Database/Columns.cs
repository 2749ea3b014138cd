using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PreventionAward.Domain;

namespace PreventionAward.Web.Database;

/// <summary>How our one-line types stand in columns.</summary>
internal static partial class Columns
{
    /// <summary>The lower-case name; a row's version is not a column of ours but PostgreSQL's own xmin, which changes with every write.</summary>
    public static string Of(IReadOnlyProperty property) =>
        property is { IsConcurrencyToken: true, ValueGenerated: ValueGenerated.OnAddOrUpdate } ? "xmin" : Lower(property.Name);

    /// <summary>ClosesAt becomes closes_at.</summary>
    private static string Lower(string name) => Capital().Replace(name, "_$1").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])([A-Z])")]
    private static partial Regex Capital();

    public sealed class OfCompetitionId() : ValueConverter<CompetitionId, Guid>(id => id.Value, value => new(value));

    public sealed class OfEntryId() : ValueConverter<EntryId, Guid>(id => id.Value, value => new(value));

    public sealed class OfPersonId() : ValueConverter<PersonId, Guid>(id => id.Value, value => new(value));

    public sealed class OfAttachmentId() : ValueConverter<AttachmentId, Guid>(id => id.Value, value => new(value));

    public sealed class OfLanguage() : ValueConverter<Language, string>(language => language.Code, code => Language.Of(code));
}
