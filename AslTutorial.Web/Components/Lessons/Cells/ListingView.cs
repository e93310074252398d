using AslTutorial.Lessons;
using AslTutorial.Web.Components.Lessons.Desk;
using AslTutorial.Web.Components.Lessons.Practice;
using AslTutorial.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.Localization;

namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>
/// The Python of a cell with its places to type in. Written without a template: every blank in it counts.
/// </summary>
public sealed class ListingView : ComponentBase
{
    [Parameter, EditorRequired]
    public LessonCell Cell { get; set; } = default!;

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
        var several = Cell.Gaps.Count > 1;
        var gap = 0;
        builder.OpenElement(0, "code");
        foreach (var (at, piece) in ListingPieces.Of(Cell.Python, Desk.StateOf(Cell.Id).Facts).Index())
        {
            if (piece.Place is null)
            {
                builder.OpenElement(1, "span");
                builder.SetKey((at, piece.Html));
                builder.AddMarkupContent(12, piece.Html);
                builder.CloseElement();
                continue;
            }

            int? number = piece.IsGap && several ? ++gap : null;
            builder.OpenComponent<CodePlace>(2);
            builder.SetKey(piece.Place);
            builder.AddComponentParameter(3, nameof(CodePlace.Key), $"{Desk.Lesson.Slug}/{Cell.Id}/{piece.Place}");
            builder.AddComponentParameter(4, nameof(CodePlace.Label), LabelOf(piece, number));
            builder.AddComponentParameter(5, nameof(CodePlace.Kept), PlaceText.Of(Desk, Cell.Id, piece.Place));
            builder.AddComponentParameter(6, nameof(CodePlace.IsGap), piece.IsGap);
            builder.AddComponentParameter(7, nameof(CodePlace.Number), number);
            builder.AddComponentParameter(8, nameof(CodePlace.Error), Faults.ContainsKey(piece.Place));
            builder.AddComponentParameter(9, nameof(CodePlace.ErrorId), FaultId(Cell.Id, piece.Place));
            var name = piece.Place;
            builder.AddComponentParameter(10, nameof(CodePlace.ValueChanged), EventCallback.Factory.Create<string?>(this, text => Typed.InvokeAsync((name, text ?? ""))));
            builder.AddComponentParameter(11, nameof(CodePlace.Mark), piece.IsGap ? MarkOf(name) : null);
            builder.CloseComponent();
        }

        builder.CloseElement();
    }

    /// <summary>The id of the sentence about a place.</summary>
    public static string FaultId(string cell, string place) => $"{cell}.{place}.fault";

    private string LabelOf(ListingPiece piece, int? number)
    {
        var places = piece.IsGap ? Cell.Gaps : Cell.Parameters;
        var label = places.FirstOrDefault(place => place.Name == piece.Place)?.Label ?? piece.Place!;
        return number is null ? label : L["Gap.Label", number, label];
    }
}
