using System.Security.Claims;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Web.Data;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Runs;
using Microsoft.AspNetCore.Mvc;

namespace AslTutorial.Web.Trainers;

/// <summary>Downloads and uploads of trainers: files too large for a hub message. See <see cref="TrainerRoutes"/>.</summary>
internal static class TrainerEndpoints
{
    public static void MapTrainerFiles(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/trainers").RequireAuthorization(TrainerAuthentication.Policy).ExcludeFromDescription();
        group.MapGet("/runs/{runId:guid}/checkpoint", GetCheckpointAsync);
        group.MapPut("/runs/{runId:guid}/checkpoint", PutCheckpointAsync).WithMetadata(new RequestSizeLimitAttribute(RunFiles.MaxCheckpointBytes));
        group.MapPut("/runs/{runId:guid}/weights", PutWeightsAsync).WithMetadata(new RequestSizeLimitAttribute(RunFiles.MaxWeightsBytes));
        group.MapGet("/runs/{runId:guid}/epochs/{epoch:int}/weights", GetEpochWeightsAsync);
        group.MapPut("/runs/{runId:guid}/epochs/{epoch:int:min(-1)}/weights", PutEpochWeightsAsync).WithMetadata(new RequestSizeLimitAttribute(KeptEpochs.MaxWeightsBytes));
        group.MapPut("/runs/{runId:guid}/epochs/{epoch:int:min(0)}/predictions", PutEpochPredictionsAsync).WithMetadata(new RequestSizeLimitAttribute(KeptEpochs.MaxPredictionsBytes));
        group.MapMethods("/datasets/{digest}/{set}.png", [HttpMethods.Head], HeadSheet);
        group.MapPut("/datasets/{digest}/{set}.png", PutSheetAsync).WithMetadata(new RequestSizeLimitAttribute(ContactSheets.MaxBytes));
    }

    private static async Task<IResult> GetCheckpointAsync(
        Guid runId, long fence, bool? previous, ClaimsPrincipal trainer, RunFiles files, Holdings holdings, CancellationToken cancel)
    {
        if (!await holdings.HoldsAsync(new RunLease(runId, fence), trainer, cancel))
        {
            return Results.Conflict();
        }

        return await files.OpenCheckpointAsync(runId, previous ?? false, cancel) is { } stream ? Results.Stream(stream) : Results.NotFound();
    }

    private static Task<IResult> PutCheckpointAsync(
        Guid runId, long fence, HttpRequest request, RunFiles files, Holdings holdings, CancellationToken cancel) =>
        PutAsync(new RunLease(runId, fence), request.HttpContext.User, holdings, commit => files.WriteCheckpointAsync(runId, request.Body, commit, cancel), cancel);

    private static Task<IResult> PutWeightsAsync(
        Guid runId, long fence, HttpRequest request, RunFiles files, Holdings holdings, CancellationToken cancel) =>
        PutAsync(new RunLease(runId, fence), request.HttpContext.User, holdings, commit => files.WriteWeightsAsync(runId, request.Body, commit, cancel), cancel);

    private static async Task<IResult> GetEpochWeightsAsync(Guid runId, int epoch, KeptEpochs kept, CancellationToken cancel) =>
        await kept.OpenWeightsAsync(runId, epoch, cancel) is { } stream ? Results.Stream(stream) : Results.NotFound();

    private static Task<IResult> PutEpochWeightsAsync(
        Guid runId, int epoch, long fence, HttpRequest request, KeptEpochs kept, Holdings holdings, CancellationToken cancel) =>
        PutAsync(new RunLease(runId, fence), request.HttpContext.User, holdings, commit => kept.WriteWeightsAsync(runId, epoch, request.Body, commit, cancel), cancel, epoch);

    private static Task<IResult> PutEpochPredictionsAsync(
        Guid runId, int epoch, long fence, HttpRequest request, KeptEpochs kept, Holdings holdings, CancellationToken cancel) =>
        PutAsync(new RunLease(runId, fence), request.HttpContext.User, holdings, commit => kept.WritePredictionsAsync(runId, epoch, request.Body, commit, cancel), cancel, epoch);

    /// <summary>Checks the lease before the upload and again at its end, because an upload may take long.</summary>
    private static async Task<IResult> PutAsync(
        RunLease lease,
        ClaimsPrincipal trainer,
        Holdings holdings,
        Func<Func<Task<bool>>, Task<bool>> write,
        CancellationToken cancel,
        int epoch = EpochNumber.Untrained)
    {
        if (!await holdings.HoldsAsync(lease, trainer, cancel, epoch))
        {
            return Results.Conflict();
        }

        try
        {
            return await write(() => holdings.HoldsAsync(lease, trainer, cancel)) ? Results.NoContent() : Results.Conflict();
        }
        catch (FileTooLargeException)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }
    }

    private static IResult HeadSheet(string digest, string set, ContactSheets sheets) =>
        sheets.AddressOf(digest, set) is null ? Results.NotFound() : Results.Ok();

    private static async Task<IResult> PutSheetAsync(
        string digest, string set, HttpRequest request, ContactSheets sheets, TrainerRegistry registry, ITrainerDirectory directory, CancellationToken cancel)
    {
        if (!sheets.IsName(digest, set))
        {
            return Results.BadRequest();
        }

        if (sheets.FileOf(digest, set) is not null)
        {
            // It says what its name says: another trainer with the same data has brought it.
            return Results.NoContent();
        }

        if (!IsDescribed(digest, request.HttpContext.User.Identity?.Name ?? "", registry, directory))
        {
            return Results.Conflict();
        }

        try
        {
            return await sheets.WriteAsync(digest, set, request.Body, cancel) ? Results.NoContent() : Results.BadRequest();
        }
        catch (FileTooLargeException)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }
    }

    /// <summary>Whether a trainer of that key has such data, or one at another node, of whose key nothing is known here.</summary>
    private static bool IsDescribed(string digest, string keyName, TrainerRegistry registry, ITrainerDirectory directory) =>
        registry.HasDescribed(keyName, digest)
        || directory.All.Except(registry.All).Any(elsewhere => elsewhere is { Connected: true, Description.DataSet.Digest: var other } && other == digest);
}
