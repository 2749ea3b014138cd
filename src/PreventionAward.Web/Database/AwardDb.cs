using Microsoft.EntityFrameworkCore;
using Npgsql;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Meetings;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Web.Database;

/// <summary>The one database of the portal. What one action changes is committed once, its audit line and mails with it.</summary>
public sealed class AwardDb(DbContextOptions<AwardDb> options) : DbContext(options)
{
    public DbSet<Competition> Competitions => Set<Competition>();

    public DbSet<Entry> Entries => Set<Entry>();

    public DbSet<LateAttempt> LateAttempts => Set<LateAttempt>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<Upload> Uploads => Set<Upload>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<JuryMember> JuryMembers => Set<JuryMember>();

    public DbSet<JuryChange> JuryChanges => Set<JuryChange>();

    public DbSet<Declaration> Declarations => Set<Declaration>();

    public DbSet<ScoreSheet> ScoreSheets => Set<ScoreSheet>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<Correction> Corrections => Set<Correction>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<PublishedDocument> PublishedDocuments => Set<PublishedDocument>();

    /// <summary>Commits everything or nothing.</summary>
    /// <returns>Refused when somebody else saved the same thing first; nothing is changed then.</returns>
    public async Task<Refusal?> CommitAsync(CancellationToken cancel = default)
    {
        try
        {
            await SaveAndTellAsync(cancel);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new("ui.saved-by-someone-else");
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return new("ui.saved-by-someone-else");
        }
    }

    // What open boards are told goes out with the commit, or not at all.
    private async Task SaveAndTellAsync(CancellationToken cancel)
    {
        var changed = Changes.In(ChangeTracker);
        await using var transaction = changed.Count > 0 && Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancel) : null;
        await SaveChangesAsync(cancel);
        foreach (var competition in changed) await Database.ExecuteSqlAsync($"select pg_notify({Changes.Channel}, {competition.Value.ToString()})", cancel);
        if (transaction is not null) await transaction.CommitAsync(cancel);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<CompetitionId>().HaveConversion<Columns.OfCompetitionId>();
        conventions.Properties<EntryId>().HaveConversion<Columns.OfEntryId>();
        conventions.Properties<PersonId>().HaveConversion<Columns.OfPersonId>();
        conventions.Properties<AttachmentId>().HaveConversion<Columns.OfAttachmentId>();
        conventions.Properties<Language>().HaveConversion<Columns.OfLanguage>().HaveMaxLength(2);
        conventions.Properties<LocalizedText>().HaveConversion<JsonColumn<LocalizedText>, ValueEquality<LocalizedText>>().HaveColumnType("jsonb");
        conventions.Properties<Answers>().HaveConversion<JsonColumn<Answers>, ValueEquality<Answers>>().HaveColumnType("jsonb");
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(AwardDb).Assembly);
        foreach (var entity in model.Model.GetEntityTypes())
            foreach (var property in entity.GetProperties())
                property.SetColumnName(Columns.Of(property));
    }
}
