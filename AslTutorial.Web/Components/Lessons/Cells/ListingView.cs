using AslTutorial.Lessons;
using AslTutorial.Lessons.Listings;
using AslTutorial.Web.Components.Lessons.Desk;
using AslTutorial.Web.Components.Lessons.Practice;
using AslTutorial.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.Localization;

namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>
/// The code of a cell with its places to type in. Built in code, not in Razor, because whitespace matters.
/// </summary>
public sealed class ListingView : ComponentBase
{
    [Parameter, EditorRequired]
    public LessonCell Cell { get; set; } = default!;

    /// <summary>The cell's C# code; null to show the Python code.</summary>
    [Parameter]
    public Listing? CSharp { get; set; }

    /// <summary>Faults of values, by place name.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyDictionary<string, string> Faults { get; set; } = default!;

    /// <summary>The last check's verdict on a gap.</summary>
    [Parameter]
    public Func<string, GapMark?> MarkOf { get; set; } = _ => null;

    [Parameter]
    public EventCallback<(string Name, string Text)> Typed { get; set; }

    [CascadingParameter]
    internal LessonDesk Desk { get; set; } = default!;

    [Inject]
    private IStringLocalizer<LessonTexts> L { get; set; } = default!;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "code");
        foreach (var (at, piece) in ListingPieces.Of(CSharp ?? Cell.Python, Desk.StateOf(Cell.Id).Facts).Index())
        {
            switch (piece)
            {
                case ListingPiece.Text text:
                    // In an element of its own: browser extensions such as word highlighters may have split the text node.
                    builder.OpenElement(1, "span");
                    builder.SetKey((at, text.Html));
                    builder.AddMarkupContent(12, text.Html);
                    builder.CloseElement();
                    break;
                case ListingPiece.LineBegin line:
                    builder.OpenElement(2, "span");
                    builder.AddAttribute(3, "class", "code-line");
                    builder.AddAttribute(4, "style", $"--indent: {line.Indent}");
                    break;
                case ListingPiece.LineEnd:
                    builder.CloseElement();
                    break;
                case ListingPiece.Place place:
                    Draw(builder, place);
                    break;
            }
        }

        builder.CloseElement();
    }

    private void Draw(RenderTreeBuilder builder, ListingPiece.Place place)
    {
        var (name, key) = (place.Name, $"{Desk.Lesson.Slug}/{Cell.Id}/{place.Name}");
        int? number = place.IsGap && Cell.Gaps.Count > 1 ? Cell.Gaps.ToList().FindIndex(gap => gap.Name == name) + 1 : null;
        builder.OpenComponent<CodePlace>(5);
        builder.SetKey(name);

        // Both listings have an element for the place, so the keys must differ; they share only the stored value.
        builder.AddComponentParameter(6, nameof(CodePlace.Key), CSharp is null ? key : $"{key}@csharp");
        builder.AddComponentParameter(7, nameof(CodePlace.Label), LabelOf(place, number));
        builder.AddComponentParameter(8, nameof(CodePlace.Kept), PlaceText.Of(Desk, Cell.Id, name));
        builder.AddComponentParameter(9, nameof(CodePlace.IsGap), place.IsGap);
        builder.AddComponentParameter(10, nameof(CodePlace.Number), number);
        builder.AddComponentParameter(11, nameof(CodePlace.Error), Faults.ContainsKey(name));
        builder.AddComponentParameter(12, nameof(CodePlace.ErrorId), FaultId(Cell.Id, name));
        builder.AddComponentParameter(13, nameof(CodePlace.ValueChanged), EventCallback.Factory.Create<string?>(this, text => Typed.InvokeAsync((name, text ?? ""))));
        builder.AddComponentParameter(14, nameof(CodePlace.Mark), place.IsGap ? MarkOf(name) : null);
        builder.CloseComponent();
    }

    /// <summary>The id of the element with a place's fault.</summary>
    public static string FaultId(string cell, string place) => $"{cell}.{place}.fault";

    private string LabelOf(ListingPiece.Place drawn, int? number)
    {
        var places = drawn.IsGap ? Cell.Gaps : Cell.Parameters;
        var label = places.FirstOrDefault(place => place.Name == drawn.Name)?.Label ?? drawn.Name;
        return number is null ? label : L["Gap.Label", number, label];
    }
}
