using AslTutorial.Lessons.Library;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Exercises;
using AslTutorial.Web.Learners;
using AslTutorial.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AslTutorial.Web.Api;

/// <summary>Checks exercises over HTTP: same verdicts as on the page, stored for the same learner.</summary>
internal static class ChecksApi
{
    private const string ProblemJson = "application/problem+json";

    public static void MapChecksApi(this IEndpointRouteBuilder lessons) => lessons.MapPost("/{slug}/exercises/{exercise}/check", CheckAsync)
        .Costs(Cost.Check | Cost.Text)
        .Accepts<CheckRequest>(isOptional: true, "application/json")
        .WithMetadata(new RequestSizeLimitAttribute(RequestAdmission.MaxBodyBytes))
        .WithSummary("Checks an exercise, keeps the attempt and executes the answer; ?lang=zh-CN or en, else the reader's language.")
        .WithDescription(
            "The verdict does not depend on the execution, which shows what Python would have made of the answer. An answer that could "
            + "not be executed says why in outcome.reason; that never counts against the learner.")
        .Produces<CheckReply>()
        .ProducesValidationProblem()
        .ProducesProblem(StatusCodes.Status404NotFound, ProblemJson)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge, ProblemJson)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType, ProblemJson)
        .ProducesProblem(StatusCodes.Status429TooManyRequests, ProblemJson);

    private static async Task<IResult> CheckAsync(
        string slug,
        string exercise,
        string? lang,
        HttpRequest request,
        LessonLibrary library,
        ILearner learner,
        IExercises exercises,
        CellWords words,
        IStringLocalizer<UpkeepTexts> upkeep,
        CancellationToken cancel)
    {
        if (LessonsApi.LanguageOf(lang) is not { } language)
        {
            return LessonsApi.BadLanguage();
        }

        if (library.Find(slug, language)?.Cells.FirstOrDefault(cell => cell.IsExercise && cell.Id == exercise) is not { } known)
        {
            return NotFound(slug, exercise);
        }

        var (body, refusal) = await JsonBody.ReadAsync(request, cancel);
        if (refusal is not null)
        {
            return refusal;
        }

        var reader = new GapsReader();
        var gaps = reader.Read(body);
        var names = known.Gaps.Select(gap => gap.Name).ToList();
        foreach (var unknown in (gaps ?? []).Select(gap => gap.Name).Except(names))
        {
            reader.Refuse(unknown, $"the exercise {exercise} has no such gap; it has {string.Join(", ", names)}");
        }

        foreach (var (name, text) in gaps ?? [])
        {
            if (text?.Length > CellLimits.MaxTextLength)
            {
                reader.Refuse(name, $"a gap's text has at most {CellLimits.MaxTextLength} characters, not {text.Length}");
            }
        }

        if (reader.Faults.Count > 0)
        {
            return ApiProblems.BadFields(reader.Faults);
        }

        var id = await learner.GetIdAsync();

        // The given texts are stored in the notebook, as if typed.
        var outcome = await exercises.CheckAsync(id, slug, exercise, gaps?.ToDictionary(gap => gap.Name, gap => gap.Text), types: true, language, cancel);
        if (outcome.Status == CheckStatus.TooMany)
        {
            return new RefusalResult(outcome.Refusal ?? new(RefusalReason.TooMuch, outcome.Wait));
        }

        return outcome.Work is { } work
            ? Results.Ok(CheckReply.From(work, words.Describe, outcome.IsKept ? null : upkeep["NotKept"].Value))
            : NotFound(slug, exercise);
    }

    private static IResult NotFound(string slug, string exercise) =>
        ApiProblems.NotFound($"There is no exercise {exercise} in a lesson {slug} that can be checked.");
}
