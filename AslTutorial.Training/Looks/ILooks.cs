using AslTutorial.Training.Contracts.Looks;

namespace AslTutorial.Training.Looks;

/// <summary>Answers looks, beside a training. Any thread may call it.</summary>
internal interface ILooks
{
    /// <summary>Whether the order's net is not at hand: <see cref="Keep"/> brings it.</summary>
    bool NeedsWeights(LookOrder order);

    /// <summary>Takes the weights of the order's epoch.</summary>
    void Keep(LookOrder order, ReadOnlyMemory<byte> weights);

    Task<LookResult> AnswerAsync(LookOrder order);
}
