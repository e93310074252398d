using AslTutorial.Lessons;
using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Lessons.Exercises.Questions;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Library;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Persistence.Condition;
using AslTutorial.Web.Telemetry;

namespace AslTutorial.Web.Exercises;

/// <summary>Judges, keeps, executes and words the learners' work.</summary>
internal sealed class ExerciseService(
    LessonLibrary lessons,
    ExerciseLibrary exercises,
    NotebookCells cells,
    NotebookStore notebooks,
    ExerciseStore store,
    ValueReader reader,
    AnswerOrders orders,
    AnswerExecution execution,
    Consequences consequences,
    AdmissionDesk desk,
    NotebookWatchers watchers,
    StorageWatch storage,
    SiteMetrics metrics,
    TimeProvider time,
    ILogger<ExerciseService> log) : IExercises
{
    public async Task<ExerciseBook> OpenAsync(string learner, Lesson lesson, NotebookState? notebook, CancellationToken cancel)
    {
        var key = new NotebookKey(learner, lesson.Slug);
        var work = await store.OpenAsync(key, cancel);
        var texts = notebook?.Values ?? (await notebooks.OpenAsync(key, results: false, cancel)).Texts;
        var values = new NotebookValues(cells.Of(lesson.Slug), texts, reader);
        return new(
            lesson.Cells.Where(cell => cell.IsExercise)
                .Select(cell => Find(lesson.Slug, cell.Id))
                .OfType<ExerciseDefinition>()
                .ToDictionary(exercise => exercise.Id, exercise => ExerciseWork.State(
                    exercise, work.Exercises.GetValueOrDefault(exercise.Id), work.Last.GetValueOrDefault(exercise.Id), values, lesson.Language)),
            lesson.Questions.ToDictionary(question => question.Id, question => State(lesson, question, work)));
    }

    public async Task<CheckAnswer> CheckAsync(
        string learner, string lesson, string exercise, IReadOnlyDictionary<string, string?>? texts, string language, CancellationToken cancel)
    {
        if (Find(lesson, exercise) is not { } definition)
        {
            return new(CheckStatus.Unknown);
        }

        using var admitted = desk.Ask(Cost.Check, learner);
        if (admitted.Refusal is { } refusal)
        {
            return new(CheckStatus.TooMany, Wait: refusal.Wait, Refusal: refusal);
        }

        using var activity = SiteMetrics.Activities.StartActivity("check");
        var begun = time.GetTimestamp();
        var answer = await CheckAsync(new(learner, lesson), definition, texts, language).WaitAsync(cancel);
        metrics.Check(time.GetElapsedTime(begun), answer.Work?.Checked.Verdict.Status.ToString() ?? "");
        return answer;
    }

    public async Task<ConsequenceAnswer> ShowConsequenceAsync(string learner, string lesson, string exercise, CancellationToken cancel)
    {
        using var admitted = desk.Ask(Cost.Cell, learner);
        if (admitted.Refusal is not null)
        {
            return new(null, NotExecuted.Busy);
        }

        var key = new NotebookKey(learner, lesson);
        if (Find(lesson, exercise) is not { } definition
            || (await store.OpenAsync(key, cancel)).Last.GetValueOrDefault(exercise) is not { } last)
        {
            return new(null);
        }

        var values = new NotebookValues(cells.Of(lesson), (await notebooks.OpenAsync(key, results: false, cancel)).Texts, reader);
        var work = ExerciseWork.Work(definition, WorkJson.ReadAnswers(last.Answers), null, WorkJson.ReadConsequence(last.Consequence), values, LessonLanguages.English);
        if (work.Consequence is not null || work.View is not { } view || work.Checked.Verdict.Request is not { } request)
        {
            return new(work.Consequence);
        }

        var answer = await consequences.ShowAsync(definition, request, view, values, cancel);
        if (answer.Consequence is { } consequence)
        {
            await store.KeepConsequenceAsync(last.Id, consequence);
            watchers.Tell(key);
        }

        return answer;
    }

    public Task ShowHintAsync(string learner, string lesson, string exercise, CancellationToken cancel) => ChangeAsync(
        learner,
        lesson,
        exercise,
        (definition, work) => work.Hints = new HintState(definition.Hints.Count, work.Hints, work.Attempts > 0).Next().Shown);

    public Task RevealAsync(string learner, string lesson, string exercise, CancellationToken cancel) => ChangeAsync(
        learner,
        lesson,
        exercise,
        (_, work) => work.RevealedAt ??= work.SolvedAt is null ? time.GetUtcNow() : null);

    public async Task<QuestionState?> AnswerAsync(string learner, string lesson, string question, string language, CancellationToken cancel)
    {
        var key = new NotebookKey(learner, lesson);
        if (exercises.FindQuestion(lesson, question) is not { } definition || desk.Refuse(Cost.Change, learner) is not null)
        {
            return null;
        }

        var texts = (await notebooks.OpenAsync(key, results: false, cancel)).Texts;
        var text = texts.GetValueOrDefault(QuestionRuns.PlaceOf(question));
        var verdict = QuestionJudge.Judge(definition, text, language);
        if (verdict.Status is not (VerdictStatus.Correct or VerdictStatus.Wrong))
        {
            return new(null, verdict);
        }

        await store.AnswerAsync(key, question, text!, verdict.Status);
        watchers.Tell(key);
        return lessons.Find(lesson, language) is { } found
            ? (await OpenAsync(learner, found, null, cancel)).Questions.GetValueOrDefault(question)
            : null;
    }

    // Not cancelled: an attempt that was made is kept, and executed, whether or not the page is still there.
    private async Task<CheckAnswer> CheckAsync(
        NotebookKey key, ExerciseDefinition exercise, IReadOnlyDictionary<string, string?>? given, string language)
    {
        var notebook = await notebooks.OpenAsync(key, results: false, CancellationToken.None);
        var values = new NotebookValues(cells.Of(key.Lesson), notebook.Texts, reader);
        var texts = exercise.Gaps
            .Select(gap => (gap.Name, Text: given is null ? values.TextOf(exercise.Id, gap.Name) : given.GetValueOrDefault(gap.Name)))
            .Where(item => !string.IsNullOrWhiteSpace(item.Text))
            .ToDictionary(item => item.Name, item => item.Text!);
        var verdict = ExerciseWork.Judge(exercise, texts, values, language);
        if (!verdict.IsAttempt)
        {
            return new(CheckStatus.Done, ExerciseWork.Work(exercise, texts, null, null, values, language));
        }

        var attempt = storage.Room == StorageRoom.NoWork
            ? null
            : await TryAsync<long?>(async () => await store.KeepAttemptAsync(key, exercise.Id, WorkJson.Write(texts), verdict));
        ExecutedOutcome? outcome = null;
        if (verdict.Request is { } request && values.Cells.FindStage(request.Stage) is not null)
        {
            outcome = await execution.RunAsync(() => orders.Order(request, values)!);
            if (attempt is { } kept)
            {
                await TryAsync(async () => await store.KeepOutcomeAsync(kept, outcome) > 0);
            }
        }

        watchers.Tell(key);
        return new(CheckStatus.Done, ExerciseWork.Work(exercise, texts, outcome, null, values, language), IsKept: attempt is not null);
    }

    /// <summary>What cannot be kept costs nobody the verdict.</summary>
    private async Task<T?> TryAsync<T>(Func<Task<T>> keep)
    {
        try
        {
            return await keep();
        }
        catch (Exception e) when (StorageFailure.IsOne(e))
        {
            log.LogError(e, "An attempt could not be kept");
            return default;
        }
    }

    private async Task ChangeAsync(
        string learner, string lesson, string exercise, Action<ExerciseDefinition, Persistence.ExerciseWorkRecord> change)
    {
        if (Find(lesson, exercise) is { } definition && desk.Refuse(Cost.Change, learner) is null)
        {
            var key = new NotebookKey(learner, lesson);
            await store.ChangeAsync(key, exercise, work => change(definition, work));
            watchers.Tell(key);
        }
    }

    private QuestionState State(Lesson lesson, LessonQuestion question, StoredWork work)
    {
        var answer = work.Questions.GetValueOrDefault(question.Id)?.Text;
        return answer is not null && exercises.FindQuestion(lesson.Slug, question.Id) is { } definition
            ? new(answer, QuestionJudge.Judge(definition, answer, lesson.Language), QuestionJudge.Right(definition, lesson.Language))
            : new(answer, null);
    }

    private ExerciseDefinition? Find(string lesson, string exercise)
    {
        try
        {
            return exercises.FindExercise(lesson, exercise);
        }
        catch (LessonContentException fault)
        {
            log.LogError("The exercise {Exercise} of lesson {Lesson} cannot be checked: {Reason}", exercise, lesson, fault.Message);
            return null;
        }
    }
}
