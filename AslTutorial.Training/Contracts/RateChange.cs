namespace AslTutorial.Training.Contracts;

/// <summary>Another learning rate, from a batch on.</summary>
/// <param name="Epoch">Counted from 0.</param>
/// <param name="Batch">The first batch that is made with it, counted from 0 in its epoch.</param>
/// <param name="LearningRate">Adam's step size from then on.</param>
public sealed record RateChange(int Epoch, int Batch, double LearningRate)
{
    /// <summary>Whether it is of that batch or of an earlier one.</summary>
    internal bool IsBy(int epoch, int batch) => Epoch < epoch || (Epoch == epoch && Batch <= batch);
}
