namespace PreventionAward.Web.Tests.Support;

/// <summary>Where the source lies, for tests that read it.</summary>
internal static class SourceTree
{
    /// <summary>The folder of PreventionAward.sln, found upwards from the test's own folder.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PreventionAward.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the source tree.");
    }
}
