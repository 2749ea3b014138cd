using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace PreventionAward.Web.Tests.Support;

/// <summary>Answers bunit's request for AngleSharp.Diffing 1.x with the 0.17 beside the tests, which serves it. See Registry.targets.</summary>
internal static class AngleSharpDiffing
{
    [ModuleInitializer]
    internal static void Answer() => AssemblyLoadContext.Default.Resolving += Resolve;

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        name.Name == "AngleSharp.Diffing"
            ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll"))
            : null;
}
