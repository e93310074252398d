using AslTutorial.Lessons.Library;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Web.Localization;

namespace AslTutorial.Web.Api;

internal static class LessonsApi
{
    private const string ProblemJson = "application/problem+json";

    public static void MapLessonsApi(this IEndpointRouteBuilder routes)
    {
        var lessons = routes.MapGroup("/api/lessons").WithTags("Lessons");
        lessons.MapGet("", List)
            .WithSummary("The lessons, in the order of the course; ?lang=zh-CN or en, else the reader's language.")
            .Produces<IReadOnlyList<LessonSummary>>()
            .ProducesValidationProblem();
        lessons.MapGet("/{slug}", Find)
            .WithSummary("A lesson's sections, cells and exercises; ?lang=zh-CN or en, else the reader's language.")
            .Produces<LessonReply>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound, ProblemJson);
        lessons.MapCellsApi();
        lessons.MapChecksApi();
        lessons.MapWorkApi();
    }

    private static IResult List(string? lang, LessonLibrary library) => LanguageOf(lang) is { } language
        ? Results.Ok(library.InOrder(language).Select(LessonSummary.From))
        : BadLanguage();

    private static IResult Find(string slug, string? lang, LessonLibrary library, LessonCourse course)
    {
        if (LanguageOf(lang) is not { } language)
        {
            return BadLanguage();
        }

        return library.Find(slug, language) is { } lesson
            ? Results.Ok(LessonReply.From(lesson, course.Find(slug)))
            : ApiProblems.NotFound($"There is no lesson {slug}.");
    }

    internal static string? LanguageOf(string? lang) => string.IsNullOrEmpty(lang) ? SiteCultures.Current : SiteCultures.Match(lang);

    internal static IResult BadLanguage() =>
        ApiProblems.BadFields([KeyValuePair.Create("lang", $"lang is one of {string.Join(", ", SiteCultures.All)}")]);
}
