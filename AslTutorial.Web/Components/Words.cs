using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Components;

/// <summary>
/// A text that changes, or whose neighbours come and go. A browser's translator takes text nodes out of the page, and the
/// renderer would go on writing into them: an element is made anew with its text.
/// </summary>
internal static class Words
{
    /// <summary>The text in an element of its own; nothing for none.</summary>
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
