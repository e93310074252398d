using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Looks;

namespace AslTutorial.Web.Tests.Trainers;

/// <summary>A trainer that takes orders and does nothing.</summary>
internal sealed class NoClient : ITrainerClient
{
    public Task Train(RunOrder order) => Task.CompletedTask;

    public Task Cancel(RunLease lease) => Task.CompletedTask;

    public Task Steer(RunLease lease, SteerOrder order) => Task.CompletedTask;

    public Task<CellResult> RunCell(Guid id, CellOrder order, CancellationToken cancel) => throw new NotSupportedException();

    public Task InterruptCell(Guid id) => Task.CompletedTask;

    public Task<bool> Ping(CancellationToken cancel) => Task.FromResult(true);

    public Task<LookResult> Look(LookOrder order, CancellationToken cancel) => throw new NotSupportedException();
}
