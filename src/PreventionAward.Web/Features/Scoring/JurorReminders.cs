using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Database;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Scoring;

/// <summary>What a juror still has to do: how many declarations and sheets. No entry is named, so that the mail tells nothing to who stays out of one.</summary>
public sealed record JurorDue(PersonId Juror, int Declarations, int Sheets);

/// <summary>Writes the mail that reminds a juror.</summary>
public static class JurorReminders
{
    /// <summary>The members from whom something is missing, of what the progress shows.</summary>
    public static IReadOnlyList<JurorDue> Due(this SheetProgress progress) =>
    [
        .. from place in Enumerable.Range(0, progress.Jurors.Count)
           let cells = progress.Rows.Where(row => row.Cells.Count > 0).Select(row => row.Cells[place]).ToList()
           let due = new JurorDue(progress.Jurors[place].Id, cells.Count(cell => cell == SheetState.Undeclared), cells.Count(cell => cell == SheetState.Missing))
           where due.Declarations + due.Sheets > 0
           select due,
    ];

    /// <summary>Puts reminder and mail into the commit at hand.</summary>
    public static void Remind(this Outbox outbox, AwardDb db, Competition competition, Account juror, JurorDue due, ScoringReminderKind kind, DateTimeOffset about, DateTimeOffset now, Texts texts)
    {
        var t = texts.In(juror.Language);
        string?[] missing = [due.Declarations > 0 ? t["scoring.remind.declarations", due.Declarations] : null, due.Sheets > 0 ? t["scoring.remind.sheets", due.Sheets] : null];
        List<(string, string)> values =
        [
            ("competition", competition.Title.Best(juror.Language).Text),
            ("missing", string.Join(", ", missing.OfType<string>())),
            ("due", competition.Timetable.ScoringDue is { } by ? t.Written(by) : t["screening.due-unset"]),
            ("link", outbox.Address(juror.Language, Links.JuryDesk(competition.Name))),
        ];
        if (competition.Authority.ContactMail is { Length: > 0 } contact) values.Add(("contact", contact));
        db.Add(new ScoringReminder(competition.Id, juror.Id, kind, about, now));
        outbox.Put(db, "scoring-reminder", juror.Mail, juror.Language, now, competition.Id, [.. values]);
    }
}
