using AslTutorial.Web.Admission;
using AslTutorial.Web.Learners;

namespace AslTutorial.Web.Work;

internal static class WorkSetup
{
    public static IServiceCollection AddWork(this IServiceCollection services)
    {
        services.AddSingleton<DepartedLearners>();
        services.AddSingleton<WorkDeleting>();
        return services;
    }

    /// <summary>Endpoints for learners at a shared computer: forget the learner, or delete all work.</summary>
    public static void MapWork(this IEndpointRouteBuilder routes)
    {
        var learner = routes.MapGroup("/api/learner").WithTags("Learner");
        learner.MapDelete("", ForgetAsync)
            .Costs(Cost.Change)
            .WithSummary("Has this browser forget whom it was: the cookie is taken away, and its open pages load anew.")
            .WithDescription("The work stays where it is, and nobody can reach it any more without a copy of the cookie. Runs under way go on.")
            .Produces(StatusCodes.Status204NoContent);
        learner.MapDelete("/work", DeleteAsync)
            .Costs(Cost.Change)
            .WithSummary("Deletes everything that is kept of the learner, in every lesson, runs included, and takes the cookie away.")
            .WithDescription("Runs under way are cancelled. Whoever has a link to a run gets 410 from then on. It cannot be undone.")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ForgetAsync(HttpResponse response, ILearner learner, DepartedLearners departed)
    {
        LearnerCookie.Delete(response);
        departed.Tell(await learner.GetIdAsync());
        return Results.NoContent();
    }

    private static async Task<IResult> DeleteAsync(HttpResponse response, ILearner learner, WorkDeleting work)
    {
        // Not cancelled when the caller leaves.
        await work.DeleteAsync(await learner.GetIdAsync(), CancellationToken.None);
        LearnerCookie.Delete(response);
        return Results.NoContent();
    }
}
