using System.Globalization;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Looks;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Api;

/// <summary>Looks into nets over HTTP; docs/looks.md lists the tensors of each view.</summary>
internal static class LooksApi
{
    private const string ProblemJson = "application/problem+json";
    private const int MaxViewer = 64;
    private const string Tensors = "application/octet-stream";

    // A look's result does not change, except that a run resumed on another device may store other weights within minutes.
    private const string BrowserKeeps = "private, max-age=600";

    public static void MapLooksApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/runs/example", ExampleAsync).WithTags("Looks")
            .WithSummary("The site's own run of a model (cnn, dense), on the data set in use: for who has none yet.")
            .WithDescription("204 where there is none, or not yet.")
            .Produces<RunDetails>()
            .Produces(StatusCodes.Status204NoContent);
        var runs = routes.MapGroup("/api/runs/{id:guid}").WithTags("Looks");
        runs.AddEndpointFilter(RunChangesApi.GoneAsync);
        runs.MapGet("/kept", KeptAsync)
            .Costs(Cost.Look)
            .WithSummary("The epochs whose weights are kept: those that can be looked into. -1 is the untrained net.")
            .Produces<KeptReply>()
            .ProducesProblem(StatusCodes.Status404NotFound, ProblemJson);
        runs.MapGet("/inside", InsideAsync)
            .Costs(Cost.Look)
            .WithSummary("One image through the net: each block's maps after pooling as bytes from min to max, and what the net says.")
            .Produces<InsideReply>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound, ProblemJson)
            .ProducesProblem(StatusCodes.Status409Conflict, ProblemJson)
            .ProducesProblem(StatusCodes.Status429TooManyRequests, ProblemJson)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable, ProblemJson);
        runs.MapGet("/look/{view}", LookAsync)
            .Costs(Cost.Look)
            .WithSummary("A view of the net as a safetensors file: whole, map, kernels, unit, why, alike, channel, dropout, letter.")
            .WithDescription("Of two looks that wait with the same viewer only the newer is answered, the other gets 409. alike answers 202 with the share that is done while it is computed.")
            .Produces(StatusCodes.Status200OK, contentType: Tensors)
            .Produces<DoneReply>(StatusCodes.Status202Accepted)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound, ProblemJson)
            .ProducesProblem(StatusCodes.Status409Conflict, ProblemJson)
            .ProducesProblem(StatusCodes.Status429TooManyRequests, ProblemJson)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable, ProblemJson);
        runs.MapGet("/confusion/images", ConfusedAsync)
            .Costs(Cost.Look)
            .WithSummary("The images of one cell of the confusion matrix, each with its three likeliest letters, as the validation of that epoch saw them.")
            .Produces<ConfusedReply>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound, ProblemJson);
        runs.MapGet("/pick", PickAsync)
            .Costs(Cost.Look)
            .WithSummary("Images worth looking at after an epoch: by=wrong, the surest mistakes first; by=unsure, the least sure first. 200 at most.")
            .Produces<PickReply>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound, ProblemJson);
    }

    private static async Task<IResult> ExampleAsync(string? model, LessonCourse course, IExampleRuns examples, CancellationToken cancel)
    {
        var lesson = course.All.FirstOrDefault(one => string.Equals(one.Net.ToString(), model ?? nameof(ModelKind.Cnn), StringComparison.OrdinalIgnoreCase));
        return lesson is not null && await examples.FindAsync(lesson.Slug, cancel) is { } run
            ? Results.Ok(RunDetails.From(run))
            : Results.NoContent();
    }

    private static async Task<IResult> KeptAsync(Guid id, IRunService runs, KeptEpochs kept, CancellationToken cancel)
    {
        if (await runs.FindAsync(id, cancel) is not { } run)
        {
            return ApiProblems.NoSuchRun(id);
        }

        var best = run.Epochs.Count == 0 ? (int?)null : run.Epochs.MaxBy(e => e.ValidAccuracy)!.Epoch;
        return Results.Ok(new KeptReply(
            run.Settings.Model, run.Settings.Net.KernelSize, run.DataSet?.Digest, run.DataSet?.Kind, run.DataSet?.TrainRows ?? 0, run.DataSet?.ValidRows ?? 0,
            await kept.ListAsync(run, cancel), run.Epochs.Count == 0 ? null : run.Epochs[^1].Epoch, best));
    }

    private static async Task<IResult> InsideAsync(Guid id, HttpContext http, LookService looks, CancellationToken cancel)
    {
        var (order, refusal) = await ReadAsync(id, "whole", http.Request.Query, looks, cancel);
        if (refusal is not null)
        {
            return refusal;
        }

        var outcome = await looks.AskAsync(order!, http.TraceIdentifier, cancel);
        return outcome is LookOutcome.File file ? Results.Ok(InsideReply.Read(order!.Order, file.Bytes)) : Refuse(outcome);
    }

    private static async Task<IResult> LookAsync(Guid id, string view, string? viewer, HttpContext http, LookService looks, CancellationToken cancel)
    {
        var (order, refusal) = await ReadAsync(id, view, http.Request.Query, looks, cancel);
        if (refusal is not null)
        {
            return refusal;
        }

        // Includes the caller, so that nobody can supersede another caller's looks.
        var name = string.IsNullOrEmpty(viewer) ? http.TraceIdentifier : $"{http.Connection.RemoteIpAddress}/{Caller.Current?.Turn}/{viewer[..Math.Min(viewer.Length, MaxViewer)]}/{view}";
        var outcome = await looks.AskAsync(order!, name, cancel);
        if (outcome is LookOutcome.File file)
        {
            http.Response.Headers.CacheControl = BrowserKeeps;
            return Results.Bytes(file.Bytes, Tensors);
        }

        return Refuse(outcome);
    }

    private static async Task<(RunLook? Look, IResult? Refusal)> ReadAsync(Guid id, string view, IQueryCollection query, LookService looks, CancellationToken cancel)
    {
        var reader = new LookReader(query);
        var order = reader.Read(view);
        if (order is null)
        {
            return (null, ApiProblems.NotFound($"There is no view {view}: it is one of {string.Join(", ", LookReader.Views)}."));
        }

        if (reader.Faults.Count > 0)
        {
            return (null, ApiProblems.BadFields(reader.Faults));
        }

        return await looks.FindAsync(id, order, reader.Epoch, cancel) switch
        {
            { Look: { } look } => (look, null),
            { Fault: { } fault } => (null, ApiProblems.NotFound(fault)),
            _ => (null, ApiProblems.NoSuchRun(id)),
        };
    }

    internal static IResult Refuse(LookOutcome outcome) => outcome switch
    {
        LookOutcome.NotYet { Done: var done } => Results.Json(new DoneReply(done), statusCode: StatusCodes.Status202Accepted),
        LookOutcome.Refused { Fault.Code: LookFaultCodes.Internal } => Results.Problem("The trainer could not answer.", statusCode: StatusCodes.Status500InternalServerError),
        LookOutcome.Refused { Fault.Code: LookFaultCodes.NotReady, Fault.Text: var text } => Results.Problem(text, statusCode: StatusCodes.Status503ServiceUnavailable),
        LookOutcome.Refused { Fault.Text: var text } => ApiProblems.NotFound(text),
        LookOutcome.Superseded => Results.Problem("A newer look of this viewer took its place.", statusCode: StatusCodes.Status409Conflict, title: "superseded"),
        LookOutcome.Busy => Results.Problem("Too many are looking at once; try again in a moment.", statusCode: StatusCodes.Status429TooManyRequests),
        _ => Results.Problem("No trainer with the run's data set is there.", statusCode: StatusCodes.Status503ServiceUnavailable),
    };

    private static async Task<IResult> ConfusedAsync(
        Guid id, string? epoch, string? label, string? predicted, IRunService runs, KeptEpochs kept, CancellationToken cancel)
    {
        var (predictions, of, refusal) = await PredictionsAsync(id, epoch, runs, kept, cancel);
        if (refusal is not null)
        {
            return refusal;
        }

        var faults = new List<KeyValuePair<string, string>>();
        var (row, column) = (LookReader.Letter(label, "label", faults), LookReader.Letter(predicted, "predicted", faults));
        if (faults.Count > 0)
        {
            return ApiProblems.BadFields(faults);
        }

        return Results.Ok(new ConfusedReply(of, [.. PredictedImages.OfCell(predictions!, row, column).Select(image => ConfusedImage.From(predictions!, image))]));
    }

    private static async Task<IResult> PickAsync(Guid id, string? epoch, string? by, IRunService runs, KeptEpochs kept, CancellationToken cancel)
    {
        var (predictions, of, refusal) = await PredictionsAsync(id, epoch, runs, kept, cancel);
        return (refusal, by) switch
        {
            ({ } no, _) => no,
            (_, "wrong") => Results.Ok(new PickReply(of, PredictedImages.Wrong(predictions!))),
            (_, "unsure") => Results.Ok(new PickReply(of, PredictedImages.Unsure(predictions!))),
            _ => ApiProblems.BadFields([KeyValuePair.Create("by", "by is one of wrong, unsure")]),
        };
    }

    private static async Task<(ImagePredictions? Predictions, int Epoch, IResult? Refusal)> PredictionsAsync(
        Guid id, string? epoch, IRunService runs, KeptEpochs kept, CancellationToken cancel)
    {
        if (await runs.FindAsync(id, cancel) is not { } run)
        {
            return (null, 0, ApiProblems.NoSuchRun(id));
        }

        var wanted = run.Epochs.Count == 0 ? 0 : run.Epochs[^1].Epoch;
        if (!string.IsNullOrEmpty(epoch) && !int.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out wanted))
        {
            return (null, 0, ApiProblems.BadFields([KeyValuePair.Create("epoch", "epoch is a whole number, counted from 0")]));
        }

        await kept.TouchAsync(run.ExecutionId, cancel);
        return await kept.PredictionsAsync(run, wanted, cancel) is { } predictions
            ? (predictions, wanted, null)
            : (null, 0, ApiProblems.NotFound($"What the net said of each image after epoch {wanted} is not kept, or not yet."));
    }
}
