using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Recipes;
using AslTutorial.Web.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Site;

internal static class TestSiteExtensions
{
    /// <summary>What the answers of a lesson mean for its training.</summary>
    public static IOwnFunctions Functions(this TestSite site, string lesson) =>
        site.Services.GetServices<IOwnFunctions>().Single(functions => functions.Lesson == lesson);

    /// <summary>A run of its own, whatever others have ordered.</summary>
    public static async Task<RunView> BeginAsync(this TestSite site, string learner, TrainingSettings? settings = null) =>
        (await site.Runs.StartFreshAsync(learner, "cnn", settings ?? new TrainingSettings(Epochs: 5), TestContext.Current.CancellationToken))
            .ShouldBeOfType<RunStart.Accepted>().Run;

    public static async Task<RunView> ViewAsync(this TestSite site, Guid runId) =>
        (await site.Runs.FindAsync(runId, TestContext.Current.CancellationToken)).ShouldNotBeNull();

    public static Task ReachesAsync(this TestSite site, Guid runId, RunState state) =>
        Eventually.ShouldBeTrueAsync(async () => (await site.ViewAsync(runId)).State == state, $"the run is {state}");

    /// <summary>The runs, by their place in the queue.</summary>
    public static async Task<IEnumerable<Guid>> PlacesAsync(this TestSite site, IEnumerable<RunView> runs)
    {
        var views = new List<RunView>();
        foreach (var run in runs)
        {
            views.Add(await site.ViewAsync(run.Id));
        }

        return views.OrderBy(v => v.Position).Select(v => v.Id);
    }
}
