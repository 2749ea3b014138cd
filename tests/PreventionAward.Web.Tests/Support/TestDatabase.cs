using Microsoft.EntityFrameworkCore;
using Npgsql;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Tests.Support;

/// <summary>A database of its own for a test: empty, migrated, gone afterwards. A copy of one migrated template, so it costs tens of milliseconds.</summary>
internal sealed class TestDatabase : IDbContextFactory<AwardDb>, IAsyncDisposable
{
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);
    private static readonly SemaphoreSlim OneCopyAtATime = new(1, 1);
    private readonly DbContextOptions<AwardDb> options;
    private readonly string name;

    private TestDatabase(string name)
    {
        this.name = name;
        Connection = TestServer.ConnectionTo(name);
        options = Options(Connection);
    }

    /// <summary>For the application under test: ConnectionStrings:Award.</summary>
    public string Connection { get; }

    public static async Task<TestDatabase> CreateAsync()
    {
        var template = await Template.Value;
        var name = $"test_{Guid.NewGuid():n}";
        await OneCopyAtATime.WaitAsync();
        try
        {
            await RunAsync($"create database {name} template {template}");
        }
        finally
        {
            OneCopyAtATime.Release();
        }
        return new(name);
    }

    public AwardDb CreateDbContext() => new(options);

    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(Connection)) NpgsqlConnection.ClearPool(connection);
        await RunAsync($"drop database if exists {name} with (force)");
    }

    private static async Task<string> MakeTemplateAsync()
    {
        var name = $"template_{Guid.NewGuid():n}";
        await using var db = new AwardDb(Options(TestServer.ConnectionTo(name) + ";Pooling=false"));
        await db.BringUpToDateAsync();
        return name;
    }

    private static DbContextOptions<AwardDb> Options(string connection) =>
        new DbContextOptionsBuilder<AwardDb>().UseNpgsql(connection).Options;

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(TestServer.ConnectionTo("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
