using System.Globalization;
using PreventionAward.Domain;

namespace PreventionAward.Web.Localisation;

/// <summary>Instants as people in Finland write and read them. The only file that knows a time zone.</summary>
public static class HelsinkiTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki");
    private static readonly string[] DateForms = ["d.M.yyyy", "yyyy-MM-dd"];
    private static readonly string[] TimeForms = ["H.mm", "H:mm", "%H"];

    /// <summary>The day that an instant falls on in Finland.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>The first instant of the Finnish day that an instant falls on.</summary>
    public static DateTimeOffset StartOfDay(DateTimeOffset instant) => StartOf(DayOf(instant));

    /// <summary>The first instant of a day in Finland.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>2.10.2023 in Finnish and Swedish, 2 October 2023 in English.</summary>
    public static string Date(DateOnly day, Language language) => language == Language.English
        ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        : day.ToString("d.M.yyyy", CultureInfo.InvariantCulture);

    /// <summary>The Finnish day of an instant, as <see cref="Date(DateOnly, Language)"/>.</summary>
    public static string Date(DateTimeOffset instant, Language language) => Date(DayOf(instant), language);

    /// <summary>2.10.2023 klo 16.22, 2.10.2023 kl. 16.22, 2 October 2023 at 16.22; the hour that comes twice in October also names its offset.</summary>
    public static string DateAndTime(DateTimeOffset instant, Language language) => Written(instant, language, TimeInput(instant));

    /// <summary>A time limit: as <see cref="DateAndTime"/>, but midnight is 24.00 of the day that it ends.</summary>
    public static string Until(DateTimeOffset instant, Language language) => TimeInput(instant) == "0.00"
        ? Written(instant.AddTicks(-1), language, "24.00")
        : DateAndTime(instant, language);

    /// <summary>As <see cref="DateAndTime"/>, to the second: 2.10.2023 klo 16.22.05.</summary>
    public static string ToTheSecond(DateTimeOffset instant, Language language) =>
        Written(instant, language, Local(instant).ToString("H.mm.ss", CultureInfo.InvariantCulture));

    /// <summary>As <see cref="DateAndTime"/>, and as much finer as it takes to tell it from other instants of the same sentence.</summary>
    public static string Apart(DateTimeOffset instant, Language language, IEnumerable<DateTimeOffset> others)
    {
        List<DateTimeOffset> different = [.. others.Where(other => other != instant)];
        Func<DateTimeOffset, Language, string>[] forms = [DateAndTime, ToTheSecond, ToTheThousandth];
        return (forms.FirstOrDefault(form => different.TrueForAll(other => form(other, language) != form(instant, language))) ?? forms[^1])(instant, language);
    }

    /// <summary>13.22.05: the same second by coordinated universal time, with its day where that is another.</summary>
    public static string UniversalTime(DateTimeOffset instant, Language language)
    {
        var utc = instant.UtcDateTime;
        var day = DateOnly.FromDateTime(utc);
        return (day == DayOf(instant) ? "" : Date(day, language) + " ") + utc.ToString("H.mm.ss", CultureInfo.InvariantCulture);
    }

    /// <summary>16.22, the same in every language.</summary>
    public static string TimeInput(DateTimeOffset instant) => Local(instant).ToString("H.mm", CultureInfo.InvariantCulture);

    /// <summary>2.10.2027: what a date field holds, the same in every language.</summary>
    public static string DateInput(DateTimeOffset instant) => Date(DayOf(instant), Language.Finnish);

    /// <summary>A day as typed, 2.10.2027 or 2027-10-02; null where it is no day.</summary>
    public static DateOnly? ParseDay(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A Finnish wall-clock time as typed, 2.10.2027 and 16.15, as an instant; or why it is none.</summary>
    /// <remarks>Of the hour that comes twice in October the later is meant, so that a deadline never comes an hour before somebody read it.</remarks>
    public static (DateTimeOffset? Instant, Refusal? Refusal) Parse(string? date, string? time)
    {
        if (ParseDay(date) is not { } day) return (null, new("time.not-a-date", date?.Trim() ?? ""));
        if (!TimeOnly.TryParseExact(time?.Trim(), TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            return (null, new("time.not-a-time", time?.Trim() ?? ""));

        var local = day.ToDateTime(clock);
        if (Zone.IsInvalidTime(local)) return (null, new("time.skipped-hour", day));
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Min() : Zone.GetUtcOffset(local);
        return (new DateTimeOffset(local, offset).ToUniversalTime(), null);
    }

    /// <summary>Which of the two fields <see cref="Parse"/> has refused: "date" or "time".</summary>
    public static string PartOf(Refusal wrong) => wrong.Code == "time.not-a-date" ? "date" : "time";

    /// <summary>A time limit as typed; without a time of day the whole day is meant (law 13/2003, 11 §).</summary>
    public static (DateTimeOffset? Instant, Refusal? Refusal) ParseUntil(string? date, string? time) =>
        string.IsNullOrWhiteSpace(time) && ParseDay(date) is { } day ? Parse(Date(day.AddDays(1), Language.Finnish), "0.00") : Parse(date, time);

    private static string ToTheThousandth(DateTimeOffset instant, Language language) =>
        Written(instant, language, Local(instant).ToString("H.mm.ss,fff", CultureInfo.InvariantCulture));

    private static string Written(DateTimeOffset instant, Language language, string clock)
    {
        var before = language.Code switch { "sv" => "kl.", "en" => "at", _ => "klo" };
        return $"{Date(instant, language)} {before}\u00a0{clock}{OffsetIfUnclear(instant)}";
    }

    private static DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    private static string OffsetIfUnclear(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone);
        return Zone.IsAmbiguousTime(local.DateTime) ? string.Create(CultureInfo.InvariantCulture, $" (UTC+{local.Offset.Hours})") : "";
    }
}
