using AslTutorial.Training.Contracts;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

internal static class Confusions
{
    /// <param name="counts">int64, 576.</param>
    public static ConfusionMatrix Read(Tensor counts) => new([.. counts.cpu().data<long>().Select(count => (int)count)]);
}
