using System.Globalization;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Learners;
using AslTutorial.Web.Runs;
using Microsoft.AspNetCore.Mvc;

namespace AslTutorial.Web.Api;

/// <summary>Changes existing runs: steer, rename, repeat. Cancelling and deleting are in <see cref="RunsApi"/>.</summary>
internal static class RunChangesApi
{
    private const string ProblemJson = "application/problem+json";
    private const int MaxBodyBytes = 16 << 10;

    public static void MapRunChanges(this RouteGroupBuilder runs)
    {
        runs.MapPatch("/{id:guid}", ChangeAsync)
            .Costs(Cost.Change | Cost.Text)
            .Accepts<RunPatch>("application/json")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .WithSummary("Pauses a run, lets it go on, changes its learning rate, lets it end early, or gives it a name or a note; only its owner may.")
            .WithDescription("A trainer follows before its next batch, and the batch is kept with the run: settings.steering. A paused run lets its trainer go after AslTutorial:Runs:PauseSeconds and goes back to the queue when it is to go on. 409 where it has ended: then only name and note can be changed. A replay can be paused and, with showAll, shown to its end. A run whose computation others show is computed for itself from its last epoch when it is steered.")
            .Produces<RunDetails>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status403Forbidden, ProblemJson)
            .ProducesProblem(StatusCodes.Status404NotFound, ProblemJson)
            .ProducesProblem(StatusCodes.Status409Conflict, ProblemJson)
            .ProducesProblem(StatusCodes.Status410Gone, ProblemJson)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge, ProblemJson)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType, ProblemJson)
            .ProducesProblem(StatusCodes.Status429TooManyRequests, ProblemJson);
        runs.MapPost("/{id:guid}/again", AgainAsync)
            .Costs(Cost.Run)
            .WithSummary("Repeats a run, whoever's it is, with its settings, its seed and its steering: always computed anew.")
            .Produces<RunDetails>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status404NotFound, ProblemJson)
            .ProducesProblem(StatusCodes.Status410Gone, ProblemJson)
            .ProducesProblem(StatusCodes.Status429TooManyRequests, ProblemJson);
        runs.MapGet("/{id:guid}/repeat", RepeatAsync)
            .Costs(Cost.Look)
            .WithSummary("A repeat beside the run that it repeats: every number of every epoch that both have, but for the times.")
            .Produces<RunRepeat>()
            .ProducesProblem(StatusCodes.Status404NotFound, ProblemJson)
            .ProducesProblem(StatusCodes.Status410Gone, ProblemJson);
        runs.AddEndpointFilter(GoneAsync);
    }

    /// <summary>Answers 410 instead of 404 for a deleted run.</summary>
    internal static async ValueTask<object?> GoneAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        var request = context.HttpContext;
        return answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status404NotFound }
            && Guid.TryParse(request.Request.RouteValues["id"] as string, out var id)
            && await request.RequestServices.GetRequiredService<IRunService>().FindDeletedAsync(id, request.RequestAborted) is { } at
                ? Results.Problem(
                    string.Create(CultureInfo.InvariantCulture, $"Run {id} was deleted on {at.UtcDateTime:yyyy-MM-dd}."),
                    statusCode: StatusCodes.Status410Gone)
                : answer;
    }

    private static async Task<IResult> ChangeAsync(Guid id, HttpRequest request, ILearner learner, IRunService runs, CancellationToken cancel)
    {
        var (body, refusal) = await JsonBody.ReadAsync(request, cancel);
        if (refusal is not null)
        {
            return refusal;
        }

        var reader = new RunPatchReader();
        var change = reader.Read(body);
        if (reader.Faults.Count > 0)
        {
            return ApiProblems.BadFields(reader.Faults);
        }

        return await runs.ChangeAsync(await learner.GetIdAsync(), id, change, cancel) switch
        {
            RunChanged.Accepted accepted => Results.Ok(RunDetails.From(accepted.Run)),
            RunChanged.Invalid invalid => ApiProblems.BadFields(invalid.Faults.Select(f => KeyValuePair.Create(f.Field, f.Message))),
            RunChanged.NotOwner => ApiProblems.NotOwner(),
            RunChanged.Replayed => ApiProblems.Conflict("The run shows what has been computed already, which cannot be steered: order it with fresh, or another one."),
            RunChanged.QueueFull full => Results.Problem(
                $"Others show the same computation, so this run needs a place in the queue of its own, and the queue is full: it takes at most {full.Limit}. Try again later.",
                statusCode: StatusCodes.Status429TooManyRequests),
            RunChanged.Refused refused => new RefusalResult(refused.Refusal),
            RunChanged.Ended => ApiProblems.Conflict("The run has ended: only its name and its note can be changed."),
            _ => ApiProblems.NoSuchRun(id),
        };
    }

    private static async Task<IResult> AgainAsync(Guid id, HttpRequest request, ILearner learner, IRunService runs, CancellationToken cancel) =>
        await runs.AgainAsync(await learner.GetIdAsync(), id, cancel) is { } start
            ? RunsApi.ReplyOf(start, request.HttpContext.Response)
            : ApiProblems.NoSuchRun(id);

    private static async Task<IResult> RepeatAsync(Guid id, IRunService runs, CancellationToken cancel)
    {
        if (await runs.FindAsync(id, cancel) is not { } run)
        {
            return ApiProblems.NoSuchRun(id);
        }

        return run.RepeatOf is { } of && await runs.FindAsync(of, cancel) is { } original
            ? Results.Ok(RunRepeat.Compare(run, original))
            : ApiProblems.NotFound("The run repeats none, or that one is gone.");
    }
}
