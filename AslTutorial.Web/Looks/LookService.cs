using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Looks;

/// <summary>A complete order for a look into a run's net.</summary>
/// <param name="Digest">Identifies the data set that the run trains on.</param>
internal sealed record RunLook(LookOrder Order, string Digest);

/// <summary>Looks into the nets of runs.</summary>
internal sealed class LookService(IRunService runs, KeptEpochs kept, LookQueue queue)
{
    /// <summary>Completes an order with the run's net.</summary>
    /// <param name="epoch">Null for the last one kept.</param>
    /// <returns>The look, or a one-sentence reason why there is none, or neither if there is no such run.</returns>
    public async Task<(RunLook? Look, string? Fault)> FindAsync(Guid runId, LookOrder order, int? epoch, CancellationToken cancel)
    {
        if (await runs.FindAsync(runId, cancel) is not { } run)
        {
            return (null, null);
        }

        if (epoch is null && await kept.ListAsync(run, cancel) is [.., var last])
        {
            epoch = last;
        }

        if (run.DataSet is not { } data || epoch is not { } wanted || await kept.VersionOfAsync(run.FolderOf(wanted), wanted, cancel) is not { } version)
        {
            return (null, epoch is null ? "Nothing of the run's net is kept, or not yet." : $"The weights of epoch {epoch} are not kept, or not yet.");
        }

        await kept.TouchAsync(run.ExecutionId, cancel);
        var rate = run.Settings.Model == ModelKind.Cnn ? run.Settings.CnnOrLesson.HeadDropout : 0;
        return (new(order with { RunId = run.FolderOf(wanted), Epoch = wanted, Version = version, Rate = rate }, data.Digest), null);
    }

    /// <summary>See <see cref="LookQueue.AskAsync"/>.</summary>
    public Task<LookOutcome> AskAsync(RunLook look, string viewer, CancellationToken cancel) => queue.AskAsync(look.Order, look.Digest, viewer, cancel);
}
