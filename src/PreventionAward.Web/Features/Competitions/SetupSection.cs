using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;

namespace PreventionAward.Web.Features.Competitions;

/// <summary>The sections of the set-up, as addresses and text keys name them.</summary>
public static class SetupSection
{
    public const string Theme = "theme";
    public const string Timetable = "timetable";
    public const string Criteria = "criteria";
    public const string Tie = "tie";
    public const string Form = "form";
    public const string Jury = "jury";
    public const string Authority = "authority";
    public const string Check = "check";

    /// <summary>In the order in which one goes through them.</summary>
    public static readonly IReadOnlyList<string> All = [Theme, Timetable, Criteria, Tie, Form, Jury, Authority, Check];

    /// <summary>Where one goes after saving.</summary>
    public static string After(string section) => All.SkipWhile(s => s != section).Skip(1).FirstOrDefault(Check);

    /// <summary>Where that which is missing can be mended.</summary>
    public static string Of(Refusal missing) => missing.Code switch
    {
        "competitions.theme-not-in-both-languages" => Theme,
        "competitions.no-deadline" or "competitions.deadline-passed" => Timetable,
        "criteria.weights-not-100" => Criteria,
        "competitions.no-form" => Form,
        "competitions.authority-lacks-language" or "competitions.appointment-lacks-language" => Authority,
        "jury.organisation-lacks-language" => Jury,
        _ => Check,
    };

    /// <summary>How far a section is, for the list of tasks.</summary>
    /// <param name="missing">What the call lacks before it can open.</param>
    /// <param name="jurors">So many members in the jury.</param>
    public static bool IsReady(string section, Competition competition, IReadOnlyList<Refusal> missing, int jurors) => section switch
    {
        Jury => jurors > 0 && missing.All(refusal => Of(refusal) != section),
        Authority => competition.Authority.ContactMail.Length > 0 && !competition.Authority.Name.IsEmpty() && missing.All(refusal => Of(refusal) != section),
        _ => missing.All(refusal => Of(refusal) != section),
    };
}
