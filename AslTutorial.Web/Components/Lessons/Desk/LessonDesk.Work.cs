using AslTutorial.Lessons;
using AslTutorial.Web.Exercises;
using AslTutorial.Web.Notebooks;

namespace AslTutorial.Web.Components.Lessons.Desk;

/// <summary>The learner's work on the exercises and questions.</summary>
internal sealed partial class LessonDesk
{
    public ExerciseBook Book { get; private set; }

    public ExerciseState ExerciseOf(string id) => Book.Exercises.GetValueOrDefault(id) ?? ExerciseState.Untouched;

    public QuestionState QuestionOf(string id) => Book.Questions.GetValueOrDefault(id) ?? QuestionState.Unasked;

    /// <summary>Whether a question was answered or skipped, so that its answer may be shown.</summary>
    public bool IsSettled(string question) => QuestionOf(question).IsAnswered || ValueOf(LessonPlaces.OfQuestion(question), LessonPlaces.Skipped) is not null;

    /// <summary>Checks an exercise, including what was typed a moment ago; afterwards the book has the outcome.</summary>
    public async Task<CheckOutcome> CheckAsync(string exercise)
    {
        // If values could not be stored, check the texts on the page instead.
        var texts = await SavedAsync() ? null : TypedTexts(exercise);
        var outcome = await _exercises.CheckAsync(Learner, Lesson.Slug, exercise, texts, types: false, Lesson.Language, _gone.Token);
        await ReadBookAsync();
        return outcome;
    }

    /// <summary>What stands in the gaps on this page, stored or not, in the order of the gaps.</summary>
    public IReadOnlyList<string?> TypedTexts(LessonCell cell)
    {
        lock (_lock)
        {
            return [.. cell.Gaps.Select(gap => _typed.TryGetValue((cell.Id, gap.Name), out var typed) ? typed : ValueOf(cell.Id, gap.Name))];
        }
    }

    private Dictionary<string, string?>? TypedTexts(string exercise) => Lesson.Cells.FirstOrDefault(cell => cell.Id == exercise) is { } cell
        ? cell.Gaps.Zip(TypedTexts(cell)).ToDictionary(pair => pair.First.Name, pair => pair.Second)
        : null;

    public async Task<ConsequenceOutcome> ShowConsequenceAsync(string exercise)
    {
        var outcome = await _exercises.ShowConsequenceAsync(Learner, Lesson.Slug, exercise, _gone.Token);
        await ReadBookAsync();
        return outcome;
    }

    public Task ShowHintAsync(string exercise) => _exercises.ShowHintAsync(Learner, Lesson.Slug, exercise, _gone.Token);

    public Task RevealAsync(string exercise) => _exercises.RevealAsync(Learner, Lesson.Slug, exercise, _gone.Token);

    /// <summary>Answers a question, including what was typed or chosen a moment ago.</summary>
    public async Task<QuestionState?> AnswerAsync(string question)
    {
        await SavedAsync();
        return await _exercises.AnswerAsync(Learner, Lesson.Slug, question, Lesson.Language, _gone.Token);
    }

    private async Task ReadBookAsync() => Tell(null, await BookAsync());

    private async Task<ExerciseBook> BookAsync()
    {
        try
        {
            return await _exercises.OpenAsync(Learner, Lesson, _gone.Token);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Cells work without the book; the next change reads it again.
            return Book;
        }
    }
}
