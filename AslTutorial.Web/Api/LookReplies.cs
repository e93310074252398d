using System.ComponentModel;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Contracts.Tensors;

namespace AslTutorial.Web.Api;

/// <summary>The epochs of a run that can be looked into.</summary>
internal sealed record KeptReply(
    ModelKind Model,
    int KernelSize,
    [property: Description("Of the data set that it trains on; null until a trainer has taken it.")] string? Digest,
    string? Kind,
    int Train,
    int Valid,
    [property: Description("In order; -1 is the untrained net.")] IReadOnlyList<int> Epochs,
    int? Last,
    [property: Description("The one with the highest validation accuracy.")] int? Best);

/// <summary>The finished share of a look's work, from 0 to 1.</summary>
internal sealed record DoneReply(double Done);

/// <summary>Images worth looking at.</summary>
internal sealed record PickReply(int Epoch, IReadOnlyList<int> Images);

/// <summary>The images of one cell of the confusion matrix.</summary>
internal sealed record ConfusedReply(int Epoch, IReadOnlyList<ConfusedImage> Images);

/// <summary>An image and the net's most probable letters.</summary>
internal sealed record ConfusedImage([property: Description("The row in the file, from 0.")] int Index, IReadOnlyList<LetterProbability> Top)
{
    public static ConfusedImage From(ImagePredictions predictions, int image) => new(
        image,
        [.. Enumerable.Range(image * ImagePredictions.Kept, ImagePredictions.Kept)
            .Select(place => new LetterProbability(NameOf(predictions.Letters[place]), predictions.Probabilities[place]))]);

    public static string NameOf(int letter) => char.ToUpperInvariant(SignClasses.Letters[letter]).ToString();
}

internal sealed record LetterProbability(string Letter, double Probability);

/// <summary>One image's way through the whole net.</summary>
internal sealed record InsideReply(
    int Image,
    string Set,
    [property: Description("The image's true letter.")] string Label,
    int Epoch,
    [property: Description("24, in the order of the letters.")] IReadOnlyList<float> Logits,
    IReadOnlyList<float> Probabilities,
    [property: Description("Each block after its pooling; the dense net has none.")] IReadOnlyList<BlockReply> Blocks)
{
    private const int MostBlocks = 3;

    public static InsideReply Read(LookOrder order, byte[] whole)
    {
        var file = SafeTensorsReader.Read(whole);
        return new(
            order.Image,
            order.Set == ImageSetName.Train ? "train" : "valid",
            ConfusedImage.NameOf(file.Tensors["label"].Numbers<int>()[0]),
            order.Epoch,
            file.Tensors["logits"].Numbers<float>().ToArray(),
            file.Tensors["probabilities"].Numbers<float>().ToArray(),
            [.. Enumerable.Range(1, MostBlocks).Where(block => file.Tensors.ContainsKey($"pool{block}")).Select(block => BlockReply.Read($"block{block}", file.Tensors[$"pool{block}"], file.Tensors[$"pool{block}.range"]))]);
    }
}

/// <summary>A block's feature maps: a value is min + byte / 255 * (max - min).</summary>
internal sealed record BlockReply(
    string Name,
    [property: Description("Channels, height, width.")] IReadOnlyList<long> Shape,
    float Min,
    float Max,
    [property: Description("Base64, one byte a value, map after map, row after row.")] byte[] Maps)
{
    /// <summary>Rescales maps that have a scale each to one scale for all.</summary>
    public static BlockReply Read(string name, TensorData maps, TensorData ranges)
    {
        var range = ranges.Numbers<float>();
        var (min, max) = (float.PositiveInfinity, float.NegativeInfinity);
        for (var channel = 0; channel < range.Length / 2; channel++)
        {
            (min, max) = (MathF.Min(min, range[channel * 2]), MathF.Max(max, range[(channel * 2) + 1]));
        }

        var bytes = maps.Bytes.ToArray();
        var size = (int)(maps.Shape[1] * maps.Shape[2]);
        for (var i = 0; i < bytes.Length; i++)
        {
            var channel = i / size;
            var value = range[channel * 2] + (bytes[i] / 255f * (range[(channel * 2) + 1] - range[channel * 2]));
            bytes[i] = (byte)(max > min ? MathF.Round((value - min) / (max - min) * byte.MaxValue) : 0);
        }

        return new(name, maps.Shape, min, max, bytes);
    }
}
