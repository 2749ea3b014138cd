using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using PreventionAward.Domain;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Mail;

public sealed class OutboxTests : IAsyncLifetime
{
    private readonly TestClock clock = new();
    private readonly CountingPost post = new();
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Two_workers_at_once_send_each_mail_once()
    {
        await PutAsync(30);

        await Task.WhenAll(Worker(), Worker(), Worker());

        Assert.Equal(30, post.Sent.Count);
        Assert.Equal(30, post.Sent.Distinct().Count());
        await using var db = database.CreateDbContext();
        Assert.Equal(30, await db.Set<OutboxMail>().CountAsync(m => m.SentAt != null && m.NextAttemptAt == null && m.Attempts == 1));

        async Task Worker()
        {
            while (await NewWorker().SendOneAsync(default)) { }
        }
    }

    [Fact]
    public async Task A_mail_that_fails_is_tried_again_with_growing_pauses_and_given_up_aloud_after_eight()
    {
        await PutAsync(1);
        post.Fails = true;
        List<double> pauses = [];

        for (var attempt = 1; attempt <= 8; attempt++)
        {
            Assert.True(await NewWorker().SendOneAsync(default));
            Assert.False(await NewWorker().SendOneAsync(default));
            var mail = await OnlyMailAsync();
            Assert.Equal((attempt, "no such mailbox"), (mail.Attempts, mail.LastError));
            if (mail.NextAttemptAt is not { } next) break;
            pauses.Add((next - clock.Now).TotalMinutes);
            clock.Now = next;
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60], pauses);
        var given = await OnlyMailAsync();
        Assert.Null(given.NextAttemptAt);
        Assert.Null(given.SentAt);
        clock.Now = clock.Now.AddYears(1);
        Assert.False(await NewWorker().SendOneAsync(default));
    }

    [Fact]
    public async Task A_mail_goes_out_once_its_time_has_come_again()
    {
        await PutAsync(1);
        post.Fails = true;
        await NewWorker().SendOneAsync(default);
        post.Fails = false;

        clock.Now = clock.Now.AddMinutes(1).AddMilliseconds(-1);
        Assert.False(await NewWorker().SendOneAsync(default));
        clock.Now = clock.Now.AddMilliseconds(1);
        Assert.True(await NewWorker().SendOneAsync(default));
        Assert.NotNull((await OnlyMailAsync()).SentAt);
    }

    [Fact]
    public async Task A_worker_that_dies_while_sending_leaves_the_mail_waiting()
    {
        await PutAsync(1);
        using var dying = new CancellationTokenSource();
        post.OnSend = dying.Cancel;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => NewWorker().SendOneAsync(dying.Token));

        var mail = await OnlyMailAsync();
        Assert.Equal((0, null), (mail.Attempts, mail.SentAt));
        Assert.Equal(clock.Now, mail.NextAttemptAt);
    }

    [Fact]
    public async Task What_is_not_committed_is_not_sent()
    {
        await using (var db = database.CreateDbContext()) db.Add(Mail(1));

        Assert.False(await NewWorker().SendOneAsync(default));
    }

    private OutboxWorker NewWorker() => new(database, post, clock, new(), NullLogger<OutboxWorker>.Instance);

    private async Task PutAsync(int count)
    {
        await using var db = database.CreateDbContext();
        for (var i = 0; i < count; i++) db.Add(Mail(i));
        await db.CommitAsync();
    }

    private async Task<OutboxMail> OnlyMailAsync()
    {
        await using var db = database.CreateDbContext();
        return await db.Set<OutboxMail>().AsNoTracking().SingleAsync();
    }

    private OutboxMail Mail(int number) => new()
    {
        Id = Guid.NewGuid(),
        To = $"team-{number}@example.fi",
        Language = Language.Finnish,
        Template = "entry-received",
        Subject = "Subject",
        Body = "Body",
        CreatedAt = clock.Now,
        NextAttemptAt = clock.Now,
    };

    /// <summary>A post that counts, takes its time, and fails when it is told to.</summary>
    private sealed class CountingPost : MailPost
    {
        public ConcurrentBag<Guid> Sent { get; } = [];

        public bool Fails { get; set; }

        public Action? OnSend { get; set; }

        public override async Task SendAsync(OutboxMail mail, CancellationToken cancel)
        {
            OnSend?.Invoke();
            await Task.Delay(10, cancel);
            if (Fails) throw new InvalidOperationException("no such mailbox");
            Sent.Add(mail.Id);
        }
    }
}
