using TorchSharp.Modules;
using static TorchSharp.torch;

namespace AslTutorial.Training.Cells.Notebook;

/// <summary>
/// Draws a model's first weights anew from a generator of its own: the same seed, the same weights, whatever else in the
/// process draws from torch's common generator.
/// </summary>
internal static class Weights
{
    /// <summary>As PyTorch's reset_parameters: uniform within 1 / sqrt(inputs of a unit), for convolutions and linear layers.</summary>
    public static void Draw(Sequential model, Generator generator)
    {
        using var quiet = no_grad();
        foreach (var (_, layer) in model.named_children())
        {
            if (layer is Conv2d conv)
            {
                Draw(conv.weight!, conv.bias, generator);
            }
            else if (layer is Linear linear)
            {
                Draw(linear.weight!, linear.bias, generator);
            }
        }
    }

    private static void Draw(Parameter weight, Parameter? bias, Generator generator)
    {
        var bound = 1 / Math.Sqrt(weight.numel() / (double)weight.shape[0]);
        weight.uniform_(-bound, bound, generator);
        bias?.uniform_(-bound, bound, generator);
    }
}
