namespace AslTutorial.Training.Models;

/// <summary>A tensor of a net: what it is called in a file of weights, its shape, and how it starts.</summary>
/// <param name="Name">As PyTorch's state_dict of the lesson's nn.Sequential names it: "4.weight".</param>
/// <param name="Shape">Outermost first; empty for a scalar.</param>
/// <param name="FanIn">
/// Inputs of one output. PyTorch draws the weights and biases of Conv2d and Linear from U(-1/sqrt(FanIn), 1/sqrt(FanIn))
/// (kaiming_uniform with a = sqrt(5), torch/nn/modules/linear.py). 0: filled with <paramref name="Fill"/>.
/// </param>
/// <param name="Fill">What it is filled with if it is not drawn.</param>
/// <param name="IsCount">A whole number (int64) and no float.</param>
internal sealed record TensorSpec(string Name, long[] Shape, int FanIn = 0, double Fill = 0, bool IsCount = false)
{
    public long Elements => Shape.Aggregate(1L, (product, size) => product * size);
}
