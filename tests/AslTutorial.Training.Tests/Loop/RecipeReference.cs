using AslTutorial.Training.Contracts;
using AslTutorial.Training.Data;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Models;
using AslTutorial.Training.Tests.Models;
using AslTutorial.Training.Tests.Native;
using static TorchSharp.torch;

namespace AslTutorial.Training.Tests.Loop;

/// <summary>
/// The notebook's two functions, word for word, on the lesson's net with autograd and torch's own Adam, images in the order
/// of the file. It has nothing in common with the trainer but the weights it starts with.
/// </summary>
internal sealed class RecipeReference : IDisposable
{
    private const int BatchSize = 32;

    private readonly LessonNet _net;
    private readonly optim.Optimizer _optimizer;

    public RecipeReference(ModelKind kind, long seed)
    {
        using var start = NetState.Create(kind, SeedStream.Weights(seed), TestTorch.Device.Device);
        _net = new LessonNet(start);
        _optimizer = optim.Adam(_net.Parameters, 0.001, 0.9, 0.999);
    }

    /// <summary>Of a net that a run has ended with.</summary>
    public RecipeReference(ReadOnlyMemory<byte> weights)
    {
        using var net = NetFile.Read(weights, TestTorch.Device.Device);
        _net = new LessonNet(net);
        _optimizer = optim.Adam(_net.Parameters, 0.001, 0.9, 0.999);
    }

    /// <summary>In eval mode: loss += loss_function(output, y).item(), accuracy += get_batch_accuracy(output, y, n).</summary>
    public (double Loss, double Accuracy) Measure(ImageSet images, int n)
    {
        using var quiet = no_grad();
        return Walk(images, n, (_, _) => { });
    }

    /// <summary>The same with optimizer steps; for the CNN in eval mode.</summary>
    /// <param name="rateOf">The learning rate of each batch, which is counted from 0.</param>
    public (double Loss, double Accuracy) Learn(ImageSet images, int n, Func<int, double>? rateOf = null) => Walk(images, n, (batch, loss) =>
    {
        foreach (var group in _optimizer.ParamGroups)
        {
            group.LearningRate = rateOf?.Invoke(batch) ?? group.LearningRate;
        }

        _optimizer.zero_grad();
        loss.backward();
        _optimizer.step();
    });

    public void Dispose()
    {
        _optimizer.Dispose();
        _net.Dispose();
    }

    private (double Loss, double Accuracy) Walk(ImageSet images, int n, Action<int, Tensor> step)
    {
        using var scope = NewDisposeScope();
        var pixels = tensor(images.Pixels, ScalarType.Byte).view(images.Count, -1);
        var labels = tensor(images.Labels, ScalarType.Byte).to(ScalarType.Int64);
        var (sum, accuracy) = (0.0, 0.0);
        for (var start = 0; start < images.Count; start += BatchSize)
        {
            var end = Math.Min(images.Count, start + BatchSize);
            var y = labels.slice(0, start, end, 1);
            var output = _net.Forward(pixels.slice(0, start, end, 1));
            var loss = nn.functional.cross_entropy(output, y);
            step(start / BatchSize, loss);
            sum += loss.item<float>();
            accuracy += output.argmax(1).eq(y).sum().item<long>() / (double)n;
        }

        return (sum, accuracy);
    }
}
