using AslTutorial.Lessons;
using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Exercises.Judging;
using AslTutorial.Lessons.Exercises.Questions;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Library;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Telemetry;

namespace AslTutorial.Web.Exercises;

/// <summary>Learners' work on exercises and questions, as stored in their notebooks.</summary>
internal sealed class ExerciseService(
    LessonLibrary lessons,
    ExerciseLibrary exercises,
    NotebookCells cells,
    OpenNotebooks notebooks,
    ValueReader reader,
    JudgedWork judged,
    AnswerChecks checks,
    Consequences consequences,
    AdmissionDesk desk,
    SiteMetrics metrics,
    TimeProvider time,
    ILogger<ExerciseService> log) : IExercises
{
    public async Task<ExerciseBook> OpenAsync(string learner, Lesson lesson, CancellationToken cancel)
    {
        var content = (await notebooks.OpenAsync(new(learner, lesson.Slug), cancel)).Content;
        var values = new NotebookValues(cells.Of(lesson.Slug), content.Texts, reader);
        return new(
            lesson.Cells.Where(cell => cell.IsExercise)
                .Select(cell => Find(lesson.Slug, cell.Id))
                .OfType<ExerciseDefinition>()
                .ToDictionary(exercise => exercise.Id, exercise => judged.State(
                    exercise, content.Exercises.GetValueOrDefault(exercise.Id), values, lesson.Language)),
            lesson.Questions.ToDictionary(question => question.Id, question => State(lesson, question, content)));
    }

    public async Task<CheckOutcome> CheckAsync(
        string learner, string lesson, string exercise, IReadOnlyDictionary<string, string?>? texts, bool types, string language, CancellationToken cancel)
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
        types = types && !desk.Forbids(Cost.Text, learner, NotebookService.CharactersOf(texts?.Values));
        var outcome = await checks.CheckAsync(new(learner, lesson), definition, texts, types, language).WaitAsync(cancel);
        metrics.Check(time.GetElapsedTime(begun), outcome.Work?.Checked.Verdict.Status.ToString() ?? "");
        return outcome;
    }

    public async Task<ConsequenceOutcome> ShowConsequenceAsync(string learner, string lesson, string exercise, CancellationToken cancel)
    {
        using var admitted = desk.Ask(Cost.Cell, learner);
        if (AdmissionDesk.Tell(admitted.Refusal))
        {
            return new(null);
        }

        var key = new NotebookKey(learner, lesson);
        var content = (await notebooks.OpenAsync(key, cancel)).Content;
        if (Find(lesson, exercise) is not { } definition || content.Exercises.GetValueOrDefault(exercise)?.Last is not { } last)
        {
            return new(null);
        }

        var values = new NotebookValues(cells.Of(lesson), content.Texts, reader);
        var work = judged.Work(definition, last, values, LessonLanguages.English);
        if (work.Consequence is not null || work.View is not { } view || work.Checked.Verdict.Request is not { } request)
        {
            return new(work.Consequence);
        }

        var outcome = await consequences.ShowAsync(definition, request, view, values, cancel);
        if (outcome.Consequence is { } consequence)
        {
            await notebooks.ChangeAsync(key, new DamageShown(exercise, last.Id, WorkJson.Write(consequence)));
        }

        return outcome;
    }

    public async Task ShowHintAsync(string learner, string lesson, string exercise, CancellationToken cancel)
    {
        var key = new NotebookKey(learner, lesson);
        if (Find(lesson, exercise) is { } definition && !desk.Forbids(Cost.Change, learner))
        {
            var work = (await notebooks.OpenAsync(key, cancel)).Content.Exercises.GetValueOrDefault(exercise) ?? ExerciseProgress.None;
            var next = new HintState(definition.Hints.Count, work.Hints, work.Attempts > 0).Next();
            await notebooks.ChangeAsync(key, new HintOpened(exercise, next.Shown));
        }
    }

    public async Task RevealAsync(string learner, string lesson, string exercise, CancellationToken cancel)
    {
        if (Find(lesson, exercise) is not null && !desk.Forbids(Cost.Change, learner))
        {
            await notebooks.ChangeAsync(new(learner, lesson), new SolutionOpened(exercise, time.GetUtcNow()));
        }
    }

    public async Task<QuestionState?> AnswerAsync(string learner, string lesson, string question, string language, CancellationToken cancel)
    {
        var key = new NotebookKey(learner, lesson);
        if (exercises.FindQuestion(lesson, question) is not { } definition || desk.Forbids(Cost.Change, learner))
        {
            return null;
        }

        var text = (await notebooks.OpenAsync(key, cancel)).Content.Texts.GetValueOrDefault(QuestionRuns.PlaceOf(question));
        var verdict = QuestionJudge.Judge(definition, text, language);
        if (verdict.Status is not (VerdictStatus.Correct or VerdictStatus.Wrong))
        {
            return new(null, verdict);
        }

        var after = await notebooks.ChangeAsync(
            key, new QuestionAnswered(question, new(text!, ExerciseWrites.Code(verdict.Status), time.GetUtcNow())));
        return lessons.Find(lesson, language) is { } found && found.Questions.FirstOrDefault(asked => asked.Id == question) is { } place
            ? State(found, place, after.Content)
            : null;
    }

    private QuestionState State(Lesson lesson, LessonQuestion question, NotebookContent content)
    {
        var answer = content.Questions.GetValueOrDefault(question.Id)?.Text;
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
