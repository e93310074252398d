using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Trainers;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Health;

internal static class HealthSetup
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Ok(new Liveness("live")))
            .WithTags("Health")
            .WithSummary("Whether the site's process answers at all.");
        routes.MapGet("/health/ready", ReadyAsync)
            .WithTags("Health")
            .WithSummary("Whether runs can be taken and trained: names the database, the data set and the trainers.")
            .WithDescription("503 until the database answers and at least one connected trainer has loaded torch and its data. Pages can be read before that.")
            .Produces<Readiness>()
            .Produces<Readiness>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> ReadyAsync(
        IDbContextFactory<SiteDb> databases, ITrainerDirectory directory, ILogger<Readiness> log, CancellationToken cancel)
    {
        var database = await IsDatabaseUsableAsync(databases, log, cancel);
        var trainers = directory.All;
        var data = trainers.FirstOrDefault(t => t is { Connected: true, Description.DataSet: not null })?.Description?.DataSet;
        var ready = database && trainers.Any(CanTrain);
        var body = new Readiness(
            ready ? "ready" : "not ready",
            new DatabaseHealth(database),
            data is null ? null : new DataSetHealth(data.Kind, data.TrainRows, data.ValidRows),
            [.. trainers.Select(TrainerHealth.From)]);
        return TypedResults.Json(body, statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static bool CanTrain(TrainerStatus trainer) =>
        trainer is { Connected: true, Description: { Phase: TrainerPhase.Idle or TrainerPhase.Busy, Device: not null, DataSet: not null } };

    private static async Task<bool> IsDatabaseUsableAsync(IDbContextFactory<SiteDb> databases, ILogger log, CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            await db.Runs.AnyAsync(cancel);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The database does not answer");
            return false;
        }
    }
}
