namespace AslTutorial.Web.Components.Widgets.BatchNorm;

/// <summary>The result of a pass of one channel's batch through the layer.</summary>
/// <param name="Mean">The mean that was subtracted.</param>
/// <param name="Variance">The variance used for the division (square root of it plus epsilon).</param>
/// <param name="Normalised">Before gamma and beta.</param>
/// <param name="Output">After gamma and beta.</param>
internal sealed record BatchNormPass(double Mean, double Variance, IReadOnlyList<double> Normalised, IReadOnlyList<double> Output);
