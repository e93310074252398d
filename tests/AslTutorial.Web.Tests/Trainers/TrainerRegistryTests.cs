using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.Logging.Abstractions;

namespace AslTutorial.Web.Tests.Trainers;

public sealed class TrainerRegistryTests
{
    [Fact]
    public async Task ConnectionHasEnded_HubHasNotSaidSoYet_IsGivenNothingMore()
    {
        using var gone = new CancellationTokenSource();
        var registry = new TrainerRegistry(TimeProvider.System);
        var lost = Add(registry, "lost", gone.Token);
        registry.TakeForCell().Link.ShouldBe(lost);
        registry.ReleaseCell(lost);
        registry.FirstIdle().ShouldBe(lost);

        await gone.CancelAsync();

        registry.TakeForCell().ShouldBe((null, false));
        registry.FirstIdle().ShouldBeNull();
        registry.CellDataSet().ShouldBeNull();
        var other = Add(registry, "other", CancellationToken.None);
        registry.TakeForCell().Link.ShouldBe(other);
        registry.FirstIdle().ShouldBe(other);
    }

    private static TrainerLink Add(TrainerRegistry registry, string id, CancellationToken gone)
    {
        var link = new TrainerLink(id, new Nobody(), () => { }, DateTimeOffset.UnixEpoch, NullLogger.Instance, gone)
        {
            Description = new(id, 1, TrainerPhase.Idle, FakeTrainer.Device, FakeTrainer.Data, null, null, 1),
        };
        registry.Add(link);
        return link;
    }

    private sealed class Nobody : ITrainerClient
    {
        public Task Train(RunOrder order) => Task.CompletedTask;

        public Task Cancel(RunLease lease) => Task.CompletedTask;

        public Task<CellResult> RunCell(Guid id, CellOrder order, CancellationToken cancel) => throw new NotSupportedException();

        public Task InterruptCell(Guid id) => Task.CompletedTask;
    }
}
