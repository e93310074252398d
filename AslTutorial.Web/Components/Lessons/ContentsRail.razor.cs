using AslTutorial.Lessons;
using AslTutorial.Web.Components.Lessons.Desk;
using AslTutorial.Web.Components.Lessons.Reading;
using AslTutorial.Web.Localization;
using AslTutorial.Web.Progress;
using Microsoft.AspNetCore.Components;

namespace AslTutorial.Web.Components.Lessons;

/// <summary>The table of contents, with the section on screen and ticks at finished ones.</summary>
public sealed partial class ContentsRail : IDisposable
{
    private readonly ReaderCulture _reader = ReaderCulture.Current;
    private readonly CancellationTokenSource _gone = new();
    private HashSet<string> _read = [];
    private DateTimeOffset _again;

    [Parameter, EditorRequired]
    public Lesson Lesson { get; set; } = default!;

    [CascadingParameter]
    internal LessonDesk Desk { get; set; } = default!;

    [Inject]
    private IReadingProgress Progress { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private ILogger<ContentsRail> Logger { get; set; } = default!;

    private IReadOnlySet<string> Done { get; set; } = new HashSet<string>();

    private IReadOnlyList<string> Exercises { get; set; } = [];

    private IReadOnlySet<string> Solved { get; set; } = new HashSet<string>();

    public void Dispose()
    {
        Desk.Changed -= Refresh;
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        Desk.Changed += Refresh;
        Exercises = [.. Lesson.Sections.SelectMany(ExercisesOf)];
        (Done, Solved) = (FindDone(), FindSolved());
        try
        {
            _read = [.. await Progress.ReadAsync(Desk.Learner, Lesson.Slug, _gone.Token)];
            Done = FindDone();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The contents are shown even without ticks.
            Logger.LogError(fault, "What has been read could not be looked up.");
        }
    }

    protected override void OnParametersSet() => Done = FindDone();

    private HashSet<string> FindDone() => DoneSections.Of(Lesson, Desk.Programs, _read, Desk.Now);

    private HashSet<string> FindSolved() => [.. Exercises.Where(exercise => Desk.ExerciseOf(exercise).IsSolved)];

    private static IEnumerable<string> ExercisesOf(LessonSection section) =>
        CellPlan.CellsOf(section.Blocks).Where(cell => cell.IsExercise).Select(cell => cell.Id);

    private async Task AddAsync(SectionsReadEventArgs read)
    {
        if (Time.GetUtcNow() < _again)
        {
            return;
        }

        // Accept only sections of this lesson from the browser.
        var added = read.Sections.Intersect(Lesson.Sections.Select(section => section.Id)).Where(_read.Add).ToList();
        if (added.Count == 0)
        {
            return;
        }

        Done = FindDone();
        try
        {
            if (!await Progress.AddAsync(Desk.Learner, Lesson.Slug, added, _gone.Token))
            {
                // The browser repeats the report again and again: show the refusal only once a minute.
                _again = Time.GetUtcNow() + TimeSpan.FromMinutes(1);
                _read.ExceptWith(added);
                Done = FindDone();
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Without a tick, the browser reports the section again.
            Logger.LogError(fault, "What has been read could not be stored.");
            _read.ExceptWith(added);
            Done = FindDone();
        }
    }

    private void Refresh() => _ = InvokeAsync(() =>
    {
        var (done, solved) = (FindDone(), FindSolved());
        if (!done.SetEquals(Done) || !solved.SetEquals(Solved))
        {
            _reader.Enter();
            (Done, Solved) = (done, solved);
            StateHasChanged();
        }
    });
}
