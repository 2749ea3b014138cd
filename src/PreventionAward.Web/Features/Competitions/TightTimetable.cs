using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Competitions;

/// <summary>Warns of a call that leaves the jury too little time before the European deadline.</summary>
public static class TightTimetable
{
    /// <summary>Days in Finland from the closing day to the European deadline; null where one of them is not known.</summary>
    public static int? Days(Timetable timetable) =>
        timetable is { ClosesAt: { } closes, EuropeDue: { } due } ? due.DayNumber - HelsinkiTime.DayOf(closes).DayNumber : null;
}
