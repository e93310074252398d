using System.Globalization;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Learners;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Recipes;
using AslTutorial.Web.Runs;
using Microsoft.AspNetCore.Mvc;

namespace AslTutorial.Web.Api;

internal static class RunsApi
{
    private const string ProblemJson = "application/problem+json";
    private const int MaxBodyBytes = 16 << 10;
    private const int RetryAfterSeconds = 60;
    private const int PageSize = 50;

    public static void MapRunsApi(this IEndpointRouteBuilder routes)
    {
        var runs = routes.MapGroup("/api/runs").WithTags("Runs");
        runs.MapPost("", StartAsync)
            .Costs(Cost.Run)
            .Accepts<RunRequest>("application/json")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .WithSummary("Starts a run for the learner of the cookie; fields left out take the lesson's values.")
            .WithDescription("The same settings, seed, data and program are computed once: a run of what is being computed already follows it (shared), one of what has been is a replay of it (replay), unless fresh is true. With functions: own, the learner's answers of that moment train, right or wrong, and stay with the run; 409 says why they cannot: an exercise is not filled in, or its answer would stop with an error.")
            .Produces<RunDetails>(StatusCodes.Status201Created)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status409Conflict, ProblemJson)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge, ProblemJson)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType, ProblemJson)
            .ProducesProblem(StatusCodes.Status429TooManyRequests, ProblemJson);
        runs.MapGet("", ListAsync)
            .WithSummary("The learner's own runs, the newest first, 50 at a time: the header Link names the next page.")
            .Produces<IReadOnlyList<RunSummary>>()
            .ProducesValidationProblem();
        runs.MapGet("/{id:guid}", FindAsync)
            .WithSummary("A run and every epoch so far. Who has its id may look.")
            .Produces<RunDetails>()
            .ProducesProblem(StatusCodes.Status404NotFound, ProblemJson);
        runs.MapGet("/{id:guid}/epochs", EpochsAsync)
            .WithSummary("Every epoch of a run so far, in order.")
            .Produces<IReadOnlyList<EpochResult>>()
            .ProducesProblem(StatusCodes.Status404NotFound, ProblemJson);
        runs.MapDelete("/{id:guid}", CancelAsync)
            .Costs(Cost.Change)
            .WithSummary("Cancels a run that has not ended; only its owner may. A running one stops within a batch. With forget=true, deletes one that has ended.")
            .WithDescription("Answers the run as it is now: one that was running may say so until its trainer has stopped. Cancelling a cancelled run changes nothing. Deleting takes epochs, confusion matrices, weights, name and note away and answers 204; whoever asks for the run afterwards gets 410.")
            .Produces<RunDetails>()
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status403Forbidden, ProblemJson)
            .ProducesProblem(StatusCodes.Status404NotFound, ProblemJson)
            .ProducesProblem(StatusCodes.Status409Conflict, ProblemJson);
        runs.MapGet("/{id:guid}/confusion", ConfusionAsync)
            .WithSummary("How the validation images of each letter were classified after an epoch; the last one when none is named.")
            .Produces<ConfusionReply>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound, ProblemJson)
            .ProducesProblem(StatusCodes.Status409Conflict, ProblemJson);
        runs.MapGet("/{id:guid}/weights", WeightsAsync)
            .Costs(Cost.Look)
            .WithSummary("The trained weights, as safetensors; with epoch= those of an epoch that is kept, -1 for the untrained net.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound, ProblemJson)
            .ProducesProblem(StatusCodes.Status409Conflict, ProblemJson);
        runs.MapRunChanges();
    }

    private static async Task<IResult> StartAsync(
        HttpRequest request, ILearner learner, IRunService runs, LessonCourse course, IEnumerable<IOwnFunctions> functions, CancellationToken cancel)
    {
        var (body, refusal) = await JsonBody.ReadAsync(request, cancel);
        if (refusal is not null)
        {
            return refusal;
        }

        var reader = new RunRequestReader(course);
        var settings = reader.Read(body);
        if (reader.Faults.Count > 0)
        {
            return ApiProblems.BadFields(reader.Faults);
        }

        var id = await learner.GetIdAsync();
        if (reader.Functions == RunFunctions.Own)
        {
            var own = functions.FirstOrDefault(one => one.Lesson == reader.Lesson) is { } ofLesson ? await ofLesson.ReadAsync(id, cancel) : null;
            if (own is null or { State: OwnFunctionsState.NotAsked })
            {
                return ApiProblems.BadFields([KeyValuePair.Create("functions", $"functions is lesson: in the lesson {reader.Lesson} nobody writes their own")]);
            }

            if (own.Recipe is null)
            {
                return ApiProblems.Conflict(RefusalOf(own));
            }

            settings = settings with { Recipe = own.Recipe };
        }

        var start = reader.IsFresh
            ? await runs.StartFreshAsync(id, reader.Lesson, settings, cancel)
            : await runs.StartAsync(id, reader.Lesson, settings, cancel);
        return ReplyOf(start, request.HttpContext.Response);
    }

    /// <summary>The reply to a request to train.</summary>
    public static IResult ReplyOf(RunStart start, HttpResponse response)
    {
        switch (start)
        {
            case RunStart.Accepted accepted:
                return Results.Created($"/api/runs/{accepted.Run.Id}", RunDetails.From(accepted.Run));
            case RunStart.Invalid invalid:
                return ApiProblems.BadFields(invalid.Faults.Select(f => KeyValuePair.Create(f.Field, f.Message)));
            case RunStart.Refused { Refusal: var refusal }:
                return new RefusalResult(refusal);
            case RunStart.OverQuota quota:
                response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
                return Results.Problem(
                    quota.QueueFull
                        ? $"The queue is full: it takes at most {quota.Limit}. Try again later."
                        : $"Of runs waiting, running or paused you have as many as you may: {quota.Limit}. Wait for one to end, or cancel one.",
                    statusCode: StatusCodes.Status429TooManyRequests);
            case RunStart.NoRoom:
                response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
                return Results.Problem(
                    "The site is running out of disk space and takes no new runs. Try again later.",
                    statusCode: StatusCodes.Status503ServiceUnavailable);
            case var other:
                throw new NotSupportedException($"No reply for {other.GetType().Name}.");
        }
    }

    private static string RefusalOf(OwnFunctions own)
    {
        var exercises = string.Join(", ", own.Exercises.Select(exercise => exercise.Id));
        return own.State == OwnFunctionsState.NotFilled
            ? $"Your own functions cannot be trained yet: gaps are empty, or cannot be read, in {exercises}."
            : $"Your own functions cannot be trained: what you have in {exercises} would stop with an error, or needs another net.";
    }

    private static async Task<IResult> ListAsync(string? before, HttpResponse response, ILearner learner, IRunService runs, CancellationToken cancel)
    {
        var from = RunCursor.Read(before);
        if (from is null && before is not null)
        {
            return ApiProblems.BadFields([KeyValuePair.Create("before", "before is what the header Link of the page before says")]);
        }

        // One more than the page size shows whether there is another page.
        var found = await runs.ListFromAsync(await learner.GetIdAsync(), from, PageSize + 1, cancel: cancel);
        if (found.Count > PageSize)
        {
            response.Headers.Link = $"</api/runs?before={RunCursor.Of(found[PageSize - 1])}>; rel=\"next\"";
        }

        return Results.Ok(found.Take(PageSize).Select(RunSummary.From));
    }

    private static async Task<IResult> FindAsync(Guid id, IRunService runs, CancellationToken cancel) =>
        await runs.FindAsync(id, cancel) is { } run ? Results.Ok(RunDetails.From(run)) : ApiProblems.NoSuchRun(id);

    private static async Task<IResult> EpochsAsync(Guid id, IRunService runs, CancellationToken cancel) =>
        await runs.FindAsync(id, cancel) is { } run ? Results.Ok(run.Epochs) : ApiProblems.NoSuchRun(id);

    private static async Task<IResult> CancelAsync(Guid id, bool? forget, ILearner learner, IRunService runs, CancellationToken cancel) =>
        forget == true ? await DeleteAsync(id, learner, runs, cancel) : await runs.CancelAsync(await learner.GetIdAsync(), id, cancel) switch
        {
            CancelOutcome.Accepted => await FindAsync(id, runs, cancel),
            CancelOutcome.NotOwner => ApiProblems.NotOwner(),
            CancelOutcome.Refused => ApiProblems.NotNow(),
            CancelOutcome.AlreadyEnded => ApiProblems.Conflict("The run has ended already."),
            _ => ApiProblems.NoSuchRun(id),
        };

    private static async Task<IResult> DeleteAsync(Guid id, ILearner learner, IRunService runs, CancellationToken cancel) =>
        await runs.DeleteAsync(await learner.GetIdAsync(), id, cancel) switch
        {
            DeleteOutcome.Deleted => Results.NoContent(),
            DeleteOutcome.NotOwner => ApiProblems.NotOwner(),
            DeleteOutcome.Refused => ApiProblems.NotNow(),
            DeleteOutcome.UnderWay => ApiProblems.Conflict("The run has not ended: cancel it first."),
            _ => ApiProblems.NoSuchRun(id),
        };

    private static async Task<IResult> ConfusionAsync(Guid id, string? epoch, IRunService runs, CancellationToken cancel)
    {
        if (await runs.FindAsync(id, cancel) is not { } run)
        {
            return ApiProblems.NoSuchRun(id);
        }

        if (string.IsNullOrEmpty(epoch) && run.Epochs.Count == 0)
        {
            return ApiProblems.Conflict("The run has not finished an epoch.");
        }

        var wanted = run.Epochs.Count == 0 ? 0 : run.Epochs[^1].Epoch;
        if (!string.IsNullOrEmpty(epoch) && !int.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out wanted))
        {
            return ApiProblems.BadFields([KeyValuePair.Create("epoch", "epoch is a whole number, counted from 0")]);
        }

        return await runs.ConfusionAsync(id, wanted, cancel) is { } confusion
            ? Results.Ok(new ConfusionReply(
                wanted,
                [.. SignClasses.Letters.Select(letter => letter.ToString())],
                [.. confusion.Counts.Chunk(SignClasses.Count)]))
            : ApiProblems.NotFound($"The run has no epoch {wanted}, or not yet.");
    }

    private static async Task<IResult> WeightsAsync(Guid id, string? epoch, IRunService runs, RunFiles files, KeptEpochs kept, CancellationToken cancel)
    {
        if (await runs.FindAsync(id, cancel) is not { } run)
        {
            return ApiProblems.NoSuchRun(id);
        }

        if (!string.IsNullOrEmpty(epoch))
        {
            if (!int.TryParse(epoch, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var wanted) || wanted < EpochNumber.Untrained)
            {
                return ApiProblems.BadFields([KeyValuePair.Create("epoch", "epoch is a whole number, counted from 0; -1 is the untrained net")]);
            }

            return await kept.OpenWeightsAsync(run, wanted, cancel) is { } stream
                ? Results.File(stream, "application/octet-stream", FileNameOf(run, wanted))
                : ApiProblems.NotFound($"The weights of epoch {wanted} are not kept, or not yet.");
        }

        return run.HasWeights && await files.OpenWeightsAsync(run.ExecutionId, run.Id, cancel) is { } weights
            ? Results.File(weights, "application/octet-stream", FileNameOf(run))
            : ApiProblems.Conflict("The run has no trained weights, or not yet.");
    }

    private static string FileNameOf(RunView run, int? epoch = null) => FormattableString.Invariant(
        $"{(run.Settings.Model == ModelKind.Dense ? "dense" : "cnn")}-{run.Id}{(epoch is null ? "" : $"-epoch{epoch}")}.safetensors");
}
