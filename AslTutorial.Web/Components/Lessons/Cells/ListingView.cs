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
/// The code of a cell with its places to type in. Written without a template: every blank in it counts.
/// </summary>
public sealed class ListingView : ComponentBase
{
    [Parameter, EditorRequired]
    public LessonCell Cell { get; set; } = default!;

    /// <summary>The cell's C#; without it the listing is the Python.</summary>
    [Parameter]
    public Listing? CSharp { get; set; }

    /// <summary>What is wrong with a value, by the place's name.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyDictionary<string, string> Faults { get; set; } = default!;

    /// <summary>What the last check said about a gap.</summary>
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
                    // An element of its own: a reader's word highlighter may have taken the text apart.
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

        // Each listing has an element of its own for the place; of the two only what the notebook holds is the same.
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

    /// <summary>The id of the sentence about a place.</summary>
    public static string FaultId(string cell, string place) => $"{cell}.{place}.fault";

    private string LabelOf(ListingPiece.Place drawn, int? number)
    {
        var places = drawn.IsGap ? Cell.Gaps : Cell.Parameters;
        var label = places.FirstOrDefault(place => place.Name == drawn.Name)?.Label ?? drawn.Name;
        return number is null ? label : L["Gap.Label", number, label];
    }
}
