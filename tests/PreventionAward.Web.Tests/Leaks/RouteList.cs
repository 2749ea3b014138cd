using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Leaks;

/// <summary>Every address that the application answers, with the scene's own names and numbers filled in: a new route is in it by itself.</summary>
internal static class RouteList
{
    private static readonly string[] Framework = ["_framework", "_blazor", "_content"];

    public static IReadOnlyList<(string Method, string Path)> Of(AwardApp app, Scene scene) =>
    [
        .. from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           where endpoint.Metadata.OfType<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>().FirstOrDefault() is null
           where !Framework.Any(word => endpoint.RoutePattern.RawText!.Contains(word, StringComparison.Ordinal))
           from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
           where method is "GET" or "POST"
           from path in Filled(endpoint.RoutePattern, scene)
           select (method, path),
    ];

    private static IEnumerable<string> Filled(RoutePattern pattern, Scene scene)
    {
        var parts = pattern.Parameters.Any(p => p.Name == "PartKey") ? scene.Competition.Form.Parts.Select(p => p.Key) : [""];
        return parts.Select(part => pattern.Parameters.Aggregate(
            '/' + pattern.RawText!.TrimStart('/'),
            (path, parameter) => Regex.Replace(path, $@"\{{\*{{0,2}}{parameter.Name}\b[^}}]*\}}", Value(parameter.Name, part, scene))));
    }

    private static string Value(string name, string part, Scene scene) => name.ToLowerInvariant() switch
    {
        "id" => $"{scene.North.Id.Value}",
        "name" => scene.Name,
        "partkey" => part,
        "key" => scene.Competition.Criteria[0].Key,
        "language" => "fi",
        "version" => "1",
        _ => $"{scene.North.Id.Value}",
    };
}
