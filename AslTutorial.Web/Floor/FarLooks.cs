using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Web.Looks;

namespace AslTutorial.Web.Floor;

/// <inheritdoc/>
internal sealed class FarLooks(Nodes nodes, IGrainFactory grains, ILogger<FarLooks> log) : IFarLooks
{
    public async Task<LookOutcome> AskAsync(LookOrder order, string digest, string viewer, CancellationToken cancel)
    {
        if (nodes.Others.FirstOrDefault(node => node.DataSet?.Digest == digest) is not { } able)
        {
            return new LookOutcome.NoTrainer();
        }

        try
        {
            return await grains.GetGrain<INodeGrain>(able.Node).LookAsync(order, digest, viewer, cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            log.LogWarning("The node {Node} has not answered a look: {Reason}", able.Node, e.Message);
            return new LookOutcome.NoTrainer();
        }
    }
}
