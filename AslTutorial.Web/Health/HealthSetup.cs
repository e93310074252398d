using AslTutorial.Training.Contracts;
using AslTutorial.Web.Hosting;
using AslTutorial.Web.Persistence.Condition;
using AslTutorial.Web.Retention;
using AslTutorial.Web.Trainers;

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
            .WithDescription("503 until the storage can be written to, has room and a sound database, each lesson was drawn once, and at least one connected trainer has loaded torch and its data. Pages can be read before that.")
            .Produces<Readiness>()
            .Produces<Readiness>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> ReadyAsync(
        StorageWatch storage, StorageSize size, ITrainerDirectory directory, DrawnAhead lessons, CancellationToken cancel)
    {
        var condition = await storage.LookAsync(cancel);
        var trainers = directory.All;
        var data = trainers.FirstOrDefault(t => t is { Connected: true, Description.DataSet: not null })?.Description?.DataSet;
        var ready = condition.Faults.Count == 0 && lessons.IsOver && trainers.Any(CanTrain);
        var body = new Readiness(
            ready ? "ready" : "not ready",
            new DatabaseHealth(!condition.HasFaultOf(StorageProbes.Database)),
            condition.Faults,
            condition.FreeBytes >> 20,
            size.Now.AllBytes >> 20,
            data is null ? null : new DataSetHealth(data.Kind, data.TrainRows, data.ValidRows),
            [.. trainers.Select(TrainerHealth.From)]);
        return TypedResults.Json(body, statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static bool CanTrain(TrainerStatus trainer) =>
        trainer is { Connected: true, Description: { Phase: TrainerPhase.Idle or TrainerPhase.Busy, Device: not null, DataSet: not null } };
}
