using AslTutorial.Lessons;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Web.Exercises;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Components.Lessons.Desk;

/// <summary>
/// The learner's notebook and work, as seen by one open page. Cells attach to it and are notified one by one, so that a changed cell
/// renders itself and the rest of the lesson does not.
/// </summary>
internal sealed partial class LessonDesk : IDisposable
{
    private readonly INotebooks _notebooks;
    private readonly IExercises _exercises;
    private readonly CancellationTokenSource _gone = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<Action>> _attached = [];
    private readonly Dictionary<string, Task> _saving = [];

    /// <summary>Texts typed on this page, stored or not.</summary>
    private readonly Dictionary<(string Cell, string Name), string?> _typed = [];
    private IDisposable? _watch;
    private bool _reading;
    private bool _again;

    /// <summary>The number of the newest state read.</summary>
    private long _read;

    /// <param name="programs">The lesson's programs; null for none.</param>
    public LessonDesk(INotebooks notebooks, IExercises exercises, string learner, Lesson lesson, LessonDescription? programs, DeskState state)
    {
        _notebooks = notebooks;
        _exercises = exercises;
        Learner = learner;
        (Lesson, Programs) = (lesson, programs);
        (Now, Book) = (state.Notebook, state.Book);
        Plan = new CellPlan(lesson, programs);
    }

    /// <summary>Raised from any thread after every change.</summary>
    public event Action? Changed;

    public string Learner { get; }

    public Lesson Lesson { get; private set; }

    /// <summary>The lesson's programs; null for none.</summary>
    public LessonDescription? Programs { get; }

    public CellPlan Plan { get; private set; }

    public NotebookState Now { get; private set; }

    public CellState StateOf(string cell) => Now.Cells.GetValueOrDefault(cell) ?? CellState.Untouched;

    /// <summary>Whether nothing was ever typed, run or checked in a place.</summary>
    public bool IsUntouched(string place) =>
        StateOf(place) is { Phase: CellPhase.Idle, Since: null }
        && !Now.Values.Keys.Any(value => value.Cell == place)
        && Book.Exercises.GetValueOrDefault(place) is not { IsBegun: true }
        && !Book.Questions.Any(question => LessonPlaces.OfQuestion(question.Key) == place && question.Value.IsAnswered);

    /// <summary>The text typed, or null.</summary>
    public string? ValueOf(string cell, string name) => Now.Values.GetValueOrDefault((cell, name));

    /// <summary>Follows the notebook from now on, including changes since the state was read.</summary>
    public void Follow()
    {
        _watch ??= _notebooks.Watch(Learner, Lesson.Slug, Refresh);
        Refresh();
    }

    /// <summary>Takes a newly saved text of the same lesson; typed texts and outputs stay.</summary>
    public void Take(Lesson saved) => (Lesson, Plan) = (saved, new CellPlan(saved, Programs));

    /// <summary>Calls back, from any thread, when this cell, one of its values or its exercise has changed, until disposed.</summary>
    public IDisposable Attach(string cell, Action changed)
    {
        lock (_lock)
        {
            if (!_attached.TryGetValue(cell, out var actions))
            {
                _attached[cell] = actions = [];
            }

            actions.Add(changed);
        }

        return new Attachment(this, cell, changed);
    }

    /// <summary>Stores a typed text; returns its fault, or null.</summary>
    public Task<string?> SetAsync(string cell, string name, string? text)
    {
        var saving = _notebooks.SetValueAsync(Learner, Lesson.Slug, cell, name, text, _gone.Token);
        lock (_lock)
        {
            _typed[(cell, name)] = text;
            _saving[cell] = _saving.TryGetValue(cell, out var before) && !before.IsCompleted ? Task.WhenAll(before, saving) : saving;
        }

        return saving;
    }

    /// <summary>A text's fault in the language of the caller, or null.</summary>
    public string? FaultOf(string cell, string name, string? text) => text is null ? null : _notebooks.FaultOf(Lesson.Slug, cell, name, text);

    /// <summary>Runs a cell, including what was typed a moment ago.</summary>
    public async Task<CellExecution> RunAsync(string cell)
    {
        await SavedAsync();
        return await _notebooks.RunAsync(Learner, Lesson.Slug, cell, _gone.Token);
    }

    public Task InterruptAsync() => _notebooks.InterruptAsync(Learner, Lesson.Slug);

    /// <param name="stopTraining">Permission to stop the learner's own running training first.</param>
    public Task<KernelRestart> RestartAsync(bool stopTraining) => _notebooks.RestartAsync(Learner, Lesson.Slug, stopTraining, _gone.Token);

    public Task<KernelState> KernelAsync() => _notebooks.KernelAsync(_gone.Token);

    public void Dispose()
    {
        _watch?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <summary>Waits until everything typed is stored; false if that failed.</summary>
    private async Task<bool> SavedAsync()
    {
        Task[] saving;
        lock (_lock)
        {
            saving = [.. _saving.Values];
            _saving.Clear();
        }

        // Faults are ignored here: they are shown where the text was typed.
        await Task.WhenAll(saving).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return saving.All(task => task.IsCompletedSuccessfully);
    }

    // Changes that arrive during a read are covered by one more read afterwards.
    private void Refresh()
    {
        lock (_lock)
        {
            _again = true;
            if (_reading)
            {
                return;
            }

            _reading = true;
        }

        _ = ReadAsync();
    }

    private async Task ReadAsync()
    {
        try
        {
            while (true)
            {
                lock (_lock)
                {
                    if (!_again || _gone.IsCancellationRequested)
                    {
                        _reading = false;
                        return;
                    }

                    _again = false;
                }

                var now = await _notebooks.OpenAsync(Learner, Lesson.Slug, _gone.Token);
                Tell(now, await BookAsync());
            }
        }
        catch (Exception)
        {
            // The page keeps its state; it is read again at once if there was another change meanwhile, else at the next change.
            lock (_lock)
            {
                _reading = false;
                if (!_again || _gone.IsCancellationRequested)
                {
                    return;
                }
            }

            Refresh();
        }
    }

    private void Tell(NotebookState? now, ExerciseBook book)
    {
        List<Action> told = [];
        lock (_lock)
        {
            if (now is null || now.Number < _read)
            {
                // An earlier read may end later: ignore its older state.
                now = Now;
            }
            else
            {
                _read = now.Number;
            }

            foreach (var place in DeskChange.Between(new(Now, Book), new(now, book)))
            {
                told.AddRange(_attached.GetValueOrDefault(place) ?? []);
            }

            (Now, Book) = (now, book);
        }

        told.ForEach(action => action());
        Changed?.Invoke();
    }

    private sealed class Attachment(LessonDesk desk, string cell, Action changed) : IDisposable
    {
        public void Dispose()
        {
            lock (desk._lock)
            {
                desk._attached.GetValueOrDefault(cell)?.Remove(changed);
            }
        }
    }
}
