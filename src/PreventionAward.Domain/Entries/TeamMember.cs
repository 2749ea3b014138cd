namespace PreventionAward.Domain.Entries;

/// <summary>A person who works on an entry.</summary>
public sealed record TeamMember(EntryId EntryId, PersonId PersonId, TeamRole Role)
{
    /// <summary>Changed by <see cref="Entry.ChangeRole"/> only.</summary>
    public TeamRole Role { get; internal set; } = Role;

    public bool MaySubmit => Role is TeamRole.Owner or TeamRole.Submitter;
}

/// <summary>What a member of a team may do with its entry; later ones may less.</summary>
public enum TeamRole
{
    /// <summary>Everything, the team itself and withdrawing included. Every entry has at least one.</summary>
    Owner,

    /// <summary>Write and submit.</summary>
    Submitter,

    /// <summary>Write, but not submit.</summary>
    Editor,

    /// <summary>Read only.</summary>
    Viewer,
}

/// <summary>An invitation to a team, open until it is accepted, declined or taken back. Nobody is put on a team unasked: it would keep a juror or a secretary out of the competition.</summary>
/// <param name="Mail">Lower case; only an account with this address can accept.</param>
public sealed record TeamInvitation(Guid Id, EntryId EntryId, string Mail, TeamRole Role, PersonId By, DateTimeOffset At);
