using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Data;
using AslTutorial.Training.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace AslTutorial.Training.Looks.Views;

/// <summary>What shows only over many images, or many passes.</summary>
internal static class ManyLooks
{
    public const int Images = 256;
    public const int Bins = 48;

    /// <summary>
    /// A channel over the first 256 images of the set: before and after I32 [48], how many of its values lie in each of as many equal
    /// intervals of before.range and after.range F32 [2]; statistics F32 [6]: their mean and variance, the running ones, gamma, beta.
    /// </summary>
    public static LookFile Channel(LookOrder order, LookedNet net, ImageSet images)
    {
        var (block, channel) = (order.Layer, order.Channel);
        var maps = LookImages.Of(images, 0, Math.Min(Images, images.Count)).view(-1, 1, ImageSet.Side, ImageSet.Side);
        for (var earlier = 1; earlier < block; earlier++)
        {
            maps = net.Block(maps, earlier);
        }

        var convolved = net.Convolve(maps, block);
        var before = convolved.select(1, channel).reshape(-1);
        var after = net.Normalize(convolved, block).select(1, channel).reshape(-1);
        var (gamma, beta, mean, variance) = net.Norm(block);
        var file = new LookFile();
        Count("before", before);
        Count("after", after);
        return file.Add("statistics", stack([before.mean(), before.var(unbiased: false), mean[channel], variance[channel], gamma[channel], beta[channel]]));

        void Count(string name, Tensor values)
        {
            var numbers = LookFile.Numbers(values);
            var (min, max) = (numbers.Min(), numbers.Max());
            var counts = new int[Bins];
            foreach (var number in numbers)
            {
                // The largest belongs to the last interval, as numpy.histogram has it.
                counts[max > min ? Math.Min(Bins - 1, (int)((number - min) / (max - min) * Bins)) : 0]++;
            }

            file.Add(name, counts).Add($"{name}.range", [min, max]);
        }
    }

    /// <summary>
    /// The head with dropout on: probabilities F32 [passes, 24], kept U8 [passes, 512] (1 where a unit stays); plain F32 [24] without
    /// dropout, units F32 [512] before it.
    /// </summary>
    public static LookFile Dropout(LookOrder order, LookedNet net, ImageSet images)
    {
        var features = net.Features(LookImages.Of(images, order.Image));
        using var generator = SeededGenerator.Create(order.Seed);
        var kept = rand([order.Passes, features.shape[1]], ScalarType.Float32, CPU, generator: generator).ge(order.Rate);
        // Dropout stands before ReLU in the lesson; a unit that ReLU has set to 0 is 0 either way.
        var dropped = features * kept / (1 - order.Rate);
        return new LookFile()
            .Add("probabilities", functional.softmax(net.Logits(dropped), 1))
            .Add("kept", kept.to(ScalarType.Byte))
            .Add("plain", functional.softmax(net.Logits(features), 1)[0])
            .Add("units", features[0]);
    }
}
