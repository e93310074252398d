using System.Globalization;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Learners;
using AslTutorial.Web.Notebooks;
using AslTutorial.Web.Trainers;
using Microsoft.AspNetCore.Mvc;

namespace AslTutorial.Web.Api;

/// <summary>Runs cells over HTTP, in the same notebook as on the page.</summary>
internal static class CellsApi
{
    private const string ProblemJson = "application/problem+json";
    private const int BusySeconds = 2;
    private const int NoTrainerSeconds = 5;

    public static void MapCellsApi(this IEndpointRouteBuilder lessons) => lessons.MapPost("/{slug}/cells/{cell}/run", RunAsync)
        .Costs(Cost.Cell | Cost.Text)
        .Accepts<CellRunRequest>(isOptional: true, "application/json")
        .WithMetadata(new RequestSizeLimitAttribute(RequestAdmission.MaxBodyBytes))
        .WithSummary("Runs a cell of the learner's notebook with the current values, and keeps what comes of it.")
        .WithDescription(
            "The notebook is that of the cookie's learner. What Python would raise is an output, not an error of the call. "
            + "409 says in missing which cell has to be run, or which exercise filled in, first.")
        .Produces<CellRunResult>()
        .ProducesValidationProblem()
        .ProducesProblem(StatusCodes.Status404NotFound, ProblemJson)
        .ProducesProblem(StatusCodes.Status409Conflict, ProblemJson)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge, ProblemJson)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType, ProblemJson)
        .ProducesProblem(StatusCodes.Status429TooManyRequests, ProblemJson)
        .ProducesProblem(StatusCodes.Status500InternalServerError, ProblemJson)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable, ProblemJson)
        .ProducesProblem(StatusCodes.Status504GatewayTimeout, ProblemJson);

    private static async Task<IResult> RunAsync(
        string slug, string cell, HttpRequest request, ILearner learner, NotebookCells cells, INotebooks notebooks, CellWords words, CancellationToken cancel)
    {
        if (cells.Of(slug).FindProgram(cell) is not { } description)
        {
            return ApiProblems.NotFound($"There is no cell {cell} in a lesson {slug} that can be run.");
        }

        var (body, refusal) = await JsonBody.ReadAsync(request, cancel);
        if (refusal is not null)
        {
            return refusal;
        }

        var reader = new CellRunReader(description);
        var values = reader.Read(body);
        if (reader.Faults.Count > 0)
        {
            return ApiProblems.BadFields(reader.Faults);
        }

        var id = await learner.GetIdAsync();
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (given, place, name, value) in values)
        {
            if (await notebooks.SetValueAsync(id, slug, place, name, value, cancel) is { } fault)
            {
                faults[given] = fault;
            }
        }

        if (faults.Count > 0)
        {
            return ApiProblems.BadFields(faults);
        }

        var outcome = await notebooks.RunAsync(id, slug, cell, cancel);
        return outcome is { Status: CellRunStatus.Done, Result: { } result }
            ? Results.Ok(CellRunResult.From(cell, outcome.Count, result, words.Describe))
            : Refuse(outcome, cell, request.HttpContext.Response);
    }

    private static IResult Refuse(CellExecution outcome, string cell, HttpResponse response)
    {
        switch (outcome.Status)
        {
            case CellRunStatus.NeedsCell:
            case CellRunStatus.NeedsExercise:
                return Results.Problem(outcome.Message, statusCode: StatusCodes.Status409Conflict, extensions: new Dictionary<string, object?>
                {
                    ["missing"] = outcome.Missing,
                    ["kind"] = outcome.Status == CellRunStatus.NeedsCell ? "cell" : "exercise",
                });
            case CellRunStatus.BadValue:
                return ApiProblems.BadFields([KeyValuePair.Create(outcome.Missing ?? cell, outcome.Message ?? "")]);
            case CellRunStatus.Unknown:
                return ApiProblems.NotFound(outcome.Message ?? "");
            case CellRunStatus.Interrupted:
                return ApiProblems.Conflict(outcome.Message ?? "");
            case CellRunStatus.TimedOut:
                return Results.Problem(outcome.Message, statusCode: StatusCodes.Status504GatewayTimeout);
            case CellRunStatus.Busy:
                return Later(outcome, StatusCodes.Status429TooManyRequests, BusySeconds);
            case CellRunStatus.NoTrainer:
                return Later(outcome, StatusCodes.Status503ServiceUnavailable, NoTrainerSeconds);
            default:
                return Results.Problem(outcome.Message, statusCode: StatusCodes.Status500InternalServerError);
        }

        IResult Later(CellExecution refused, int status, int seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return Results.Problem(refused.Message, statusCode: status);
        }
    }
}
