using AslTutorial.Lessons;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Library;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Web.Components;
using AslTutorial.Web.Components.Lessons.Desk;
using AslTutorial.Web.Components.Lessons.Takeover;
using AslTutorial.Web.Exercises;
using AslTutorial.Web.Learners;
using AslTutorial.Web.Notebooks;
using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Pages;

/// <summary>A lesson with the learner's notebook in it. The first response contains everything.</summary>
public sealed partial class LessonPage : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private RestoredOnce<string> _prerendered;
    private Lesson? _lesson;
    private LessonDesk? _desk;
    private LessonTakeover _takeover = new(isUnderWay: false);
    private (LessonDesk? Desk, Lesson? Lesson, IReadOnlyList<LessonFault>? Faults) _drawn;

    [Parameter]
    public string Slug { get; set; } = default!;

    /// <summary>The lesson rendered in the first response, passed on to the circuit.</summary>
    [PersistentState]
    public string? Prerendered { get => _prerendered.Value; set => _prerendered.Supply(value); }

    [Inject]
    private LessonLibrary Library { get; set; } = default!;

    [Inject]
    private LessonCourse Course { get; set; } = default!;

    [Inject]
    private INotebooks Notebooks { get; set; } = default!;

    [Inject]
    private IExercises Exercises { get; set; } = default!;

    [Inject]
    private UntouchedBlocks Untouched { get; set; } = default!;

    [Inject]
    private IServiceProvider Services { get; set; } = default!;

    [Inject]
    private NotebookHandoff Handoff { get; set; } = default!;

    [Inject]
    private ILearner Learner { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ILogger<LessonPage> Logger { get; set; } = default!;

    public void Dispose()
    {
        Forget();
        _gone.Cancel();
        _gone.Dispose();
        _desk?.Dispose();
    }

    // Going to another section sets the parameters again, but the page needs no new rendering; cells render by themselves.
    protected override bool ShouldRender() =>
        !ReferenceEquals(_drawn.Desk, _desk) || !ReferenceEquals(_drawn.Lesson, _lesson) || !ReferenceEquals(_drawn.Faults, _faults);

    protected override void OnAfterRender(bool firstRender)
    {
        _drawn = (_desk, _lesson, _faults);
        _takeover.End();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Find() is { } lesson)
        {
            await ShowAsync(lesson);
        }
        else if (_faults.Count == 0)
        {
            Navigation.NotFound();
        }
    }

    private async Task ShowAsync(Lesson lesson)
    {
        if (ReferenceEquals(lesson, _lesson))
        {
            return;
        }

        if (_lesson?.Slug == lesson.Slug && _desk is { } desk)
        {
            // The author saved the lesson: render it into the same page, whose cells keep their state.
            _lesson = lesson;
            desk.Take(lesson);
            return;
        }

        var learner = await Learner.GetIdAsync();

        // A circuit must not wait here, or the page would vanish meanwhile. The desk loads what is missing and renders it later.
        var handed = RendererInfo.IsInteractive ? Handoff.Find(learner, lesson) : null;
        var state = handed ?? (RendererInfo.IsInteractive ? DeskState.NothingYet : await OpenAsync(learner, lesson));
        _takeover = new(isUnderWay: handed is not null && Prerendered == lesson.Slug);
        _prerendered.Value = RendererInfo.IsInteractive ? null : lesson.Slug;
        _desk?.Dispose();
        _lesson = lesson;
        _desk = new LessonDesk(Notebooks, Exercises, learner, lesson, Course.Find(lesson.Slug), state);
        if (RendererInfo.IsInteractive)
        {
            _desk.Follow();
        }
        else
        {
            Handoff.Leave(learner, lesson, state);
            await Untouched.DrawAsync(_desk, Services);
        }
    }

    private async Task<DeskState> OpenAsync(string learner, Lesson lesson)
    {
        var notebook = await TryAsync<NotebookState?>(async () => await Notebooks.OpenAsync(learner, lesson.Slug, _gone.Token), null);
        return new(
            notebook ?? NotebookState.Empty,
            await TryAsync(() => Exercises.OpenAsync(learner, lesson, _gone.Token), ExerciseBook.Empty));
    }

    private async Task<T> TryAsync<T>(Func<Task<T>> open, T nothing)
    {
        try
        {
            return await open();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Even if the learner's work cannot be read, the lesson is shown.
            Logger.LogError(fault, "What the learner has done in lesson {Lesson} could not be opened.", Slug);
            return nothing;
        }
    }
}
