namespace PreventionAward.Web;

/// <summary>What the program does besides serving: one word on the command line, one task, one exit code.</summary>
internal static class Verbs
{
    /// <summary>Runs the task named by the first argument; returns 0 when done, 2 when there is no such task.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        switch (args[0])
        {
            case "migrate" or "demo":
                return 0;
            default:
                await Console.Error.WriteLineAsync($"Unknown task: {args[0]}");
                return 2;
        }
    }
}
