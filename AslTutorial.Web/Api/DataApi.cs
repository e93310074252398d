using System.Globalization;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Contracts.Tensors;
using AslTutorial.Web.Admission;
using AslTutorial.Web.Looks;
using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Api;

/// <summary>The current data set over HTTP: its images as bytes.</summary>
internal static class DataApi
{
    private const string ProblemJson = "application/problem+json";
    private const string Bytes = "application/octet-stream";

    // A URL with the data set's digest always has the same content.
    private const string KeptForEver = "public, max-age=31536000, immutable";

    public static void MapDataApi(this IEndpointRouteBuilder routes)
    {
        var data = routes.MapGroup("/api/data").WithTags("Data");
        data.MapGet("", Find)
            .WithSummary("The data set in use.")
            .Produces<DataReply>()
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable, ProblemJson);
        data.MapGet("/{set}/labels", LabelsAsync)
            .Costs(Cost.Look)
            .WithSummary("One byte an image: its letter, from 0. With data=DIGEST the answer may be kept for ever.")
            .Produces(StatusCodes.Status200OK, contentType: Bytes)
            .ProducesProblem(StatusCodes.Status404NotFound, ProblemJson)
            .ProducesProblem(StatusCodes.Status409Conflict, ProblemJson)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable, ProblemJson);
        data.MapGet("/{set}/images", ImagesAsync)
            .Costs(Cost.Look)
            .WithSummary("784 bytes an image, 28 rows of 28 pixels from 0 to 255: rows=3,5,8, 64 at most. With data=DIGEST the answer may be kept for ever.")
            .Produces(StatusCodes.Status200OK, contentType: Bytes)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound, ProblemJson)
            .ProducesProblem(StatusCodes.Status409Conflict, ProblemJson)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable, ProblemJson);
    }

    private static IResult Find(ICellOrders cells) => cells.DataSet is { } data
        ? Results.Ok(new DataReply(data.Kind, data.Digest, data.TrainRows, data.ValidRows))
        : LooksApi.Refuse(new LookOutcome.NoTrainer());

    private static Task<IResult> LabelsAsync(string set, string? data, HttpContext http, ICellOrders cells, LookQueue queue, CancellationToken cancel) =>
        AskAsync(set, data, new LookOrder(LookView.Labels), "labels", http, cells, queue, cancel);

    private static Task<IResult> ImagesAsync(
        string set, string? data, string? rows, HttpContext http, ICellOrders cells, LookQueue queue, CancellationToken cancel)
    {
        var wanted = new List<int>();
        foreach (var part in (rows ?? "").Split(',').Take(LookLimits.MaxImages + 1))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var row) || wanted.Count == LookLimits.MaxImages)
            {
                return Task.FromResult(ApiProblems.BadFields([KeyValuePair.Create("rows", $"rows are 1 to {LookLimits.MaxImages} whole numbers from 0, between commas")]));
            }

            wanted.Add(row);
        }

        return AskAsync(set, data, new LookOrder(LookView.Images) { Rows = wanted }, "images", http, cells, queue, cancel);
    }

    private static async Task<IResult> AskAsync(
        string set, string? digest, LookOrder order, string tensor, HttpContext http, ICellOrders cells, LookQueue queue, CancellationToken cancel)
    {
        if (set is not ("train" or "valid"))
        {
            return ApiProblems.NotFound($"There is no set {set}: it is one of train, valid.");
        }

        if (cells.DataSet is not { } data)
        {
            return LooksApi.Refuse(new LookOutcome.NoTrainer());
        }

        if (!string.IsNullOrEmpty(digest) && digest != data.Digest)
        {
            return ApiProblems.Conflict("The site has another data set now.");
        }

        var outcome = await queue.AskAsync(order with { Set = set == "train" ? ImageSetName.Train : ImageSetName.Valid }, data.Digest, http.TraceIdentifier, cancel);
        if (outcome is not LookOutcome.File file)
        {
            return LooksApi.Refuse(outcome);
        }

        http.Response.Headers.CacheControl = string.IsNullOrEmpty(digest) ? "no-cache" : KeptForEver;
        return Results.Bytes(SafeTensorsReader.Read(file.Bytes).Tensors[tensor].Bytes.ToArray(), Bytes);
    }
}

/// <summary>The current data set.</summary>
internal sealed record DataReply(string Kind, string Digest, int Train, int Valid);
