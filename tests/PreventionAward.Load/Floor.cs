using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PreventionAward.Load;

/// <summary>What the framework itself takes: one static Blazor page with a table of 200 rows. No sign-in, no database, no layout.</summary>
internal static class Floor
{
    public static async Task<int> ServeAsync(string address)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRazorComponents();
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapRazorComponents<FloorDocument>();
        await app.RunAsync(address);
        return 0;
    }
}

/// <summary>The document around the page.</summary>
public sealed class FloorDocument : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.AddMarkupContent(0, "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Floor</title></head>");
        builder.OpenElement(1, "body");
        builder.OpenComponent<Microsoft.AspNetCore.Components.Routing.Router>(2);
        builder.AddComponentParameter(3, "AppAssembly", typeof(FloorDocument).Assembly);
        builder.AddComponentParameter(4, "Found", (RenderFragment<RouteData>)(route => inner =>
        {
            inner.OpenComponent<RouteView>(0);
            inner.AddComponentParameter(1, "RouteData", route);
            inner.CloseComponent();
        }));
        builder.CloseComponent();
        builder.CloseElement();
        builder.AddMarkupContent(5, "</html>");
    }
}

/// <summary>A table of 200 rows and 7 columns.</summary>
[Route("/floor")]
public sealed class FloorPage : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "table");
        for (var row = 0; row < 200; row++)
        {
            builder.OpenElement(1, "tr");
            for (var cell = 0; cell < 7; cell++)
            {
                builder.OpenElement(2, "td");
                builder.AddContent(3, cell == 1 ? $"Entry number {row}, with a title as long as titles are" : $"{row * 7 + cell}");
                builder.CloseElement();
            }

            builder.CloseElement();
        }

        builder.CloseElement();
    }
}
