using AslTutorial.Lessons.Figures;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Sources;
using AslTutorial.Lessons.Yaml;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;

namespace AslTutorial.Lessons.Prose;

/// <summary>Turns the containers of a text into the components they name, and keeps account of them.</summary>
internal sealed class ComponentReader(LessonSources sources, Translator translator, ProseWriter prose, FaultLog faults)
{
    private readonly CellReader _cells = new(sources, translator, faults);
    private readonly QuestionReader _questions = new(sources, translator, prose.Page, faults);
    private readonly FigureReader _figures = new(sources, translator, faults);
    private readonly List<OutlineEntry> _outline = [];
    private readonly HashSet<string> _anchors = new(StringComparer.Ordinal);
    private readonly HashSet<(string Kind, string Id)> _seen = [];
    private int _reveals;
    private int _afters;
    private int _dataTexts;

    public IReadOnlyList<LessonCell> Cells => _cells.Read;

    public IReadOnlyList<LessonQuestion> Questions => _questions.Read;

    public IReadOnlyDictionary<string, LessonSolution> Solutions => _cells.Solutions;

    public IEnumerable<ProseLink> Links => _questions.Links.Concat(_cells.Links);

    public IReadOnlyList<OutlineEntry> Outline => _outline;

    public IReadOnlySet<string> Anchors => _anchors;

    public void AddAnchor(string id, MarkdownObject at)
    {
        if (!_anchors.Add(id))
        {
            prose.Fault(at, $"the id '{id}' is there already");
        }
    }

    public void Note(string kind, string id, MarkdownObject at) => _outline.Add(new OutlineEntry(kind, id, prose.LineOf(at)));

    /// <summary>A text for one data set stands in every language.</summary>
    public void NoteData(CustomContainer text) => Note(ComponentNames.Data, $"{DataSetText.SetOf(text)} {++_dataTexts}", text);

    /// <param name="container">Not prose.</param>
    /// <param name="readInner">Reads the blocks within.</param>
    /// <returns>Null, and a fault in the log, where it cannot be shown.</returns>
    public LessonBlock? Read(CustomContainer container, Func<CustomContainer, List<LessonBlock>> readInner)
    {
        var argument = container.Arguments?.Trim() ?? "";
        return container.Info switch
        {
            ComponentNames.Cell => Once(container, argument) && IsEmpty(container) ? Cell(container, argument, isExercise: false) : null,
            ComponentNames.Exercise => Once(container, argument) && IsEmpty(container) ? Cell(container, argument, isExercise: true) : null,
            ComponentNames.Widget => Once(container, argument) && IsEmpty(container) ? new LessonBlock.Widget(argument) : null,
            ComponentNames.Training => Training(container, argument),
            ComponentNames.Restart => Once(container, argument) && IsEmpty(container) ? new LessonBlock.Restart() : null,
            ComponentNames.Predict => Once(container, argument) && IsEmpty(container) ? Predict(container, argument) : null,
            ComponentNames.Figure => Once(container, argument) ? Figure(container, argument) : null,
            ComponentNames.Reveal => Reveal(container, $"reveal-{++_reveals}", argument, null, readInner),
            ComponentNames.Solution => Solution(container, argument, readInner),
            ComponentNames.After => After(container, argument, readInner),
            ComponentNames.Predictions => Once(container, argument) && IsEmpty(container) ? new LessonBlock.Predictions([.. Questions]) : null,
            ComponentNames.OwnRun => Once(container, argument) && IsEmpty(container) ? new LessonBlock.OwnRun() : null,
            ComponentNames.Confusion => Once(container, argument) && IsEmpty(container) ? new LessonBlock.Confusion() : null,
            ComponentNames.Inside => Once(container, argument) && IsEmpty(container) ? new LessonBlock.Inside() : null,
            _ => Unknown(container),
        };
    }

    private LessonBlock? Unknown(CustomContainer container)
    {
        var known = string.Join(", ", ComponentNames.Components.Concat(ComponentNames.Prose));
        prose.Fault(container, $"unknown block ':::{container.Info}'; there are {known}");
        return null;
    }

    private bool Once(CustomContainer container, string id)
    {
        var kind = container.Info!;
        Note(kind, id, container);
        var isSingle = ComponentNames.Single.Contains(kind);
        if ((id.Length == 0) == isSingle && _seen.Add((kind, id)))
        {
            return true;
        }

        prose.Fault(container, isSingle
            ? $"':::{kind}' has no id and stands once in a lesson"
            : id.Length == 0 ? $"':::{kind}' needs an id behind it" : $"{kind} '{id}' is there already");
        return false;
    }

    // An unclosed one would swallow the rest of the lesson.
    private bool IsEmpty(CustomContainer container)
    {
        if (container.All(block => block is FootnoteGroup))
        {
            return true;
        }

        prose.Fault(container, $"':::{container.Info}' holds no text: is its closing ':::' missing?");
        return false;
    }

    private LessonBlock? Cell(CustomContainer container, string id, bool isExercise)
    {
        AddAnchor(id, container);
        return _cells.Find(id, isExercise, prose.Page, out var reason) is { } cell ? new LessonBlock.Code(cell) : Refuse(container, reason);
    }

    private LessonBlock? Training(CustomContainer container, string question)
    {
        Note(container.Info!, question, container);
        if (!_seen.Add((container.Info!, "")))
        {
            prose.Fault(container, $"':::{container.Info}' stands once in a lesson");
        }

        if (question.Length > 0)
        {
            CheckAsked(container, question);
        }

        return IsEmpty(container) ? new LessonBlock.Training(question.Length > 0 ? question : null) : null;
    }

    private LessonBlock.After After(CustomContainer container, string argument, Func<CustomContainer, List<LessonBlock>> readInner)
    {
        var questions = argument.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        Note(container.Info!, string.Join(' ', questions), container);
        if (questions.Count == 0)
        {
            prose.Fault(container, $"':::{container.Info}' needs the question behind it whose answer it gives away");
        }

        foreach (var question in questions)
        {
            CheckAsked(container, question);
        }

        if (container.Parent is not MarkdownDocument)
        {
            prose.Fault(container, $"':::{container.Info}' stands inside another block");
        }

        var id = $"after-{++_afters}";
        AddAnchor(id, container);
        return new LessonBlock.After(id, questions, readInner(container));
    }

    private void CheckAsked(CustomContainer container, string question)
    {
        if (Questions.All(asked => asked.Id != question))
        {
            prose.Fault(container, $"':::{container.Info} {question}': no question '{question}' stands before it");
        }
    }

    private LessonBlock? Predict(CustomContainer container, string id)
    {
        AddAnchor(id, container);
        return _questions.Find(id) is { } question
            ? new LessonBlock.Predict(question)
            : Refuse(container, $"{QuestionSource.FileName} has no question '{id}'");
    }

    private LessonBlock? Figure(CustomContainer container, string id)
    {
        AddAnchor($"fig-{id}", container);
        var caption = string.Concat(container.Where(block => block is not CustomContainer).Select(prose.Html));
        if (string.IsNullOrWhiteSpace(caption))
        {
            prose.Fault(container, $"figure '{id}' has no caption: it stands inside the block");
        }

        return _figures.Find(id, caption, out var reason) is { } figure ? new LessonBlock.Picture(figure) : Refuse(container, reason);
    }

    private LessonBlock? Solution(CustomContainer container, string argument, Func<CustomContainer, List<LessonBlock>> readInner)
    {
        var (exercise, title) = argument.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) switch
        {
            [var id, var text] => (id, text),
            [var id] => (id, ""),
            _ => ("", ""),
        };
        if (!sources.Exercises.ContainsKey(exercise))
        {
            prose.Fault(container, $"there is no exercise '{exercise}' that this could solve: ':::solution exercise title'");
        }

        return Reveal(container, $"solution-{exercise}", title, exercise, readInner);
    }

    private LessonBlock.Reveal Reveal(
        CustomContainer container, string id, string title, string? solutionOf, Func<CustomContainer, List<LessonBlock>> readInner)
    {
        Note(container.Info!, id, container);
        if (title.Length == 0)
        {
            prose.Fault(container, $"':::{container.Info}' needs a title behind it");
        }

        AddAnchor(id, container);
        return new LessonBlock.Reveal(id, title, readInner(container), solutionOf);
    }

    private LessonBlock? Refuse(CustomContainer container, string? reason)
    {
        // Null when the reader below has logged the fault itself.
        if (reason is not null)
        {
            prose.Fault(container, reason);
        }

        return null;
    }
}
