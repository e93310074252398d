using AslTutorial.Training.Models;
using static TorchSharp.torch;

namespace AslTutorial.Training.Loop;

/// <summary>A set of images as one of the lesson's two loaders walks it: all of them or a drawn part, shuffled or not.</summary>
internal sealed class ImageLoader(DeviceData data, Tensor? subset, bool shuffles, int batchSize, Device device)
{
    public DeviceData Data { get; } = data;

    public int Count => Plan.Images;

    public BatchPlan Plan { get; } = new((int)(subset?.shape[0] ?? data.Count), batchSize);

    /// <summary>The order of one walk: int64, one number an image. It belongs to the current dispose scope.</summary>
    /// <param name="seed">Of this walk; not used where nothing is shuffled.</param>
    public Tensor Order(long seed) => FindOrder(seed) ?? arange(Count, ScalarType.Int64, device);

    /// <summary>The same; null for every image in the order of the file.</summary>
    public Tensor? FindOrder(long seed)
    {
        if (!shuffles)
        {
            // The subset is drawn in random order but kept in the order of the file.
            return subset?.sort().Values;
        }

        // Always drawn on the CPU: the same seed, the same order, on every device.
        using var generator = SeededGenerator.Create(seed);
        var order = randperm(Count, ScalarType.Int64, generator: generator).to(device);
        return subset is null ? order : subset.index_select(0, order);
    }
}
