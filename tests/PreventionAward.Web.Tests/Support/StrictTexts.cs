using Microsoft.Extensions.Logging.Abstractions;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Tests.Support;

/// <summary>The texts of the product, read once; asking for one that is not there throws.</summary>
internal static class StrictTexts
{
    public static Texts All { get; } = new(
        TextStore.Read(Path.Combine(SourceTree.Root, "templates", "texts")), new TextFaults(NullLogger<TextFaults>.Instance, strict: true));
}
