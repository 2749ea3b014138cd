using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Web.Documents;

/// <summary>What the year report of a competition is drawn from: numbers and dates. No name, no title and no point is in it, so none can come out.</summary>
/// <param name="Arrived">When each numbered entry first arrived.</param>
/// <param name="Statuses">How many numbered entries stand in each state.</param>
/// <param name="Languages">How many of them are written in each language.</param>
/// <param name="Kinds">How many come from each kind of organisation, where the form asks for it; in the form's order.</param>
/// <param name="Begun">Drafts that were never submitted.</param>
public sealed record YearReportMaterial(
    Competition Competition, IReadOnlyList<DateTimeOffset> Arrived, IReadOnlyDictionary<EntryStatus, int> Statuses, IReadOnlyDictionary<Language, int> Languages,
    IReadOnlyList<(LocalizedText Kind, int Count)> Kinds, int Begun)
{
    /// <summary>Entries of which there is nothing but an attempt after the deadline.</summary>
    public int Late { get; init; }

    /// <summary>Late attempts that staff admitted.</summary>
    public int Admitted { get; init; }

    public (int Asked, int Published, int Dismissed) Questions { get; init; }

    public (int Asked, int HandedIn) Supplements { get; init; }

    public (int Asked, int Endorsed, int Declined) Endorsements { get; init; }

    public int Jurors { get; init; }

    /// <summary>Changes of the jury after scoring had started.</summary>
    public IReadOnlyList<(JuryChangeKind Kind, int Count)> JuryChanges { get; init; } = [];

    /// <summary>Members of the jury found recused from an entry, by ground.</summary>
    public IReadOnlyList<(RecusalGround Ground, int Count)> Recusals { get; init; } = [];

    /// <summary>The same of officials.</summary>
    public IReadOnlyList<(RecusalGround Ground, int Count)> OfficialRecusals { get; init; } = [];

    public (int HandedIn, int OnPaper, int InTime) Sheets { get; init; }

    /// <summary>The jury's meetings, by number.</summary>
    public IReadOnlyList<(int Number, DateTimeOffset Opened, DateTimeOffset? Closed)> Meetings { get; init; } = [];

    /// <summary>The versions of the published decision; the first has no correction.</summary>
    public IReadOnlyList<(int Version, DateTimeOffset At, CorrectionKind? Corrects)> Versions { get; init; } = [];

    /// <summary>Outages of the portal between the call's opening and its closing.</summary>
    public IReadOnlyList<Outage> Outages { get; init; } = [];

    public (int Sent, int Waiting, int Failed) Mails { get; init; }
}
