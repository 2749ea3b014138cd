using System.Reflection;

namespace PreventionAward.Web;

/// <summary>An engine in place of a built-in one. An adapter is an assembly beside the program with one public type of this kind; the setting Adapters names it.</summary>
public interface IAdapter
{
    /// <summary>Puts the engine in; what is registered last is used.</summary>
    void AddTo(IServiceCollection services, IConfiguration configuration);
}

internal static class Adapters
{
    /// <summary>Adds those that the setting names (<c>Adapters=PreventionAward.MailKit;PreventionAward.QuestPdf</c>); one that is not there stops the start.</summary>
    public static IServiceCollection AddAdapters(this IServiceCollection services, IConfiguration configuration)
    {
        foreach (var name in (configuration["Adapters"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            Load(name).AddTo(services, configuration);
        return services;
    }

    private static IAdapter Load(string name)
    {
        var file = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        if (!File.Exists(file)) throw new InvalidOperationException($"The setting Adapters names {name}, but there is no {file}.");
        var type = Assembly.LoadFrom(file).GetExportedTypes().Single(type => type.IsAssignableTo(typeof(IAdapter)));
        return (IAdapter)Activator.CreateInstance(type)!;
    }
}
