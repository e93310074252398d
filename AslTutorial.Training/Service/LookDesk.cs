using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Looks;

namespace AslTutorial.Training.Service;

/// <summary>Takes the site's looks, fetches the weights that they need, and has them answered one after the other.</summary>
internal sealed class LookDesk(SiteFiles files)
{
    private ILooks? _looks;

    /// <summary>From here on looks can be answered.</summary>
    public void Open(ILooks looks) => Volatile.Write(ref _looks, looks);

    /// <summary>Answers a look; nothing is thrown.</summary>
    public async Task<LookResult> LookAsync(LookOrder order)
    {
        if (Volatile.Read(ref _looks) is not { } looks)
        {
            return Refuse(LookFaultCodes.NotReady, "The trainer has not loaded its data yet.");
        }

        try
        {
            if (looks.NeedsWeights(order))
            {
                if (await files.GetEpochWeightsAsync(order.RunId, order.Epoch, CancellationToken.None).ConfigureAwait(false) is not { } weights)
                {
                    return Refuse(LookFaultCodes.NoWeights, $"The weights of epoch {order.Epoch} are not kept.");
                }

                looks.Keep(order, weights);
            }

            return await looks.AnswerAsync(order).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Refuse(LookFaultCodes.Internal, $"The look failed: {e.GetType().Name}.");
        }
    }

    private static LookResult Refuse(string code, string text) => new([], new(code, text));
}
