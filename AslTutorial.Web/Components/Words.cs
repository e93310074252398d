using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Components;

/// <summary>
/// Renders a text that changes, or whose neighbours change. A browser's translator replaces text nodes, and Blazor would go on writing
/// into the old ones; so each text gets a new element.
/// </summary>
internal static class Words
{
    /// <summary>The text in a span keyed by it; nothing for an empty text.</summary>
    public static RenderFragment Of(string? text) => builder =>
    {
        if (!string.IsNullOrEmpty(text))
        {
            builder.OpenElement(0, "span");
            builder.SetKey(text);
            builder.AddContent(1, text);
            builder.CloseElement();
        }
    };
}
