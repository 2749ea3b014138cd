using System.Diagnostics;
using Npgsql;

namespace PreventionAward.Web.Tests.Support;

/// <summary>The PostgreSQL server of a test run: the one that <c>./test</c> started, or its own when the tests run alone.</summary>
internal static class TestServer
{
    private static readonly Lazy<string> Connection = new(Find);

    /// <summary>The connection string of a database on the server.</summary>
    public static string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(Connection.Value) { Database = database, MaxPoolSize = 30 }.ConnectionString;

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("AWARD_TEST_PG") is { Length: > 0 } given) return given;
        var folder = Directory.CreateTempSubdirectory("award-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            Script("stop", folder);
            Directory.Delete(folder, recursive: true);
        };
        return Script("start", folder, "fast").Trim();
    }

    private static string Script(params string[] arguments)
    {
        var script = Path.Combine(SourceTree.Root, "src", "PreventionAward.Web", "build", "postgres.sh");
        using var process = Process.Start(new ProcessStartInfo("bash", [script, .. arguments]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{script} {arguments[0]} failed.");
    }
}
