namespace AslTutorial.Web.Components.Widgets.BatchNorm;

/// <summary>One channel of one batch on its way through the layer.</summary>
/// <param name="Mean">The mean that was subtracted.</param>
/// <param name="Variance">The variance that was divided by, under the root and with epsilon.</param>
/// <param name="Normalised">Before gamma and beta.</param>
/// <param name="Output">After them.</param>
internal sealed record BatchNormPass(double Mean, double Variance, IReadOnlyList<double> Normalised, IReadOnlyList<double> Output);
