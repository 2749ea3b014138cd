using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace PreventionAward.Web.Ui;

/// <summary>A text in a drawing; its element has a name that Razor keeps for itself.</summary>
public sealed class ChartText : ComponentBase
{
    [Parameter, EditorRequired] public string Text { get; set; } = "";

    /// <summary>Its attributes: x, y, class.</summary>
    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddMultipleAttributes(1, Attributes!);
        builder.AddContent(2, Text);
        builder.CloseElement();
    }
}
