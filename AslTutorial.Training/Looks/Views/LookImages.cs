using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Data;
using static TorchSharp.torch;

namespace AslTutorial.Training.Looks.Views;

/// <summary>Images as nets take them, and as they are: labels U8 [N]; images U8 [N, 28, 28].</summary>
internal static class LookImages
{
    public static LookFile Labels(ImageSet images) => new LookFile().Add("labels", images.Labels, images.Count);

    public static LookFile Answer(LookOrder order, ImageSet images) =>
        new LookFile().Add("images", [.. order.Rows.SelectMany(row => Bytes(images, row))], order.Rows.Count, ImageSet.Side, ImageSet.Side);

    public static byte[] Bytes(ImageSet images, int row) => images.Pixels.AsSpan(row * ImageSet.PixelsPerImage, ImageSet.PixelsPerImage).ToArray();

    /// <summary>float32, 1 x 784, from 0 to 1.</summary>
    public static Tensor Of(ImageSet images, int row) => Of(images, row, count: 1);

    /// <summary>float32, count x 784, from 0 to 1: images that follow each other in the file.</summary>
    public static Tensor Of(ImageSet images, int start, int count) =>
        tensor(images.Pixels.AsSpan(start * ImageSet.PixelsPerImage, count * ImageSet.PixelsPerImage).ToArray(), ScalarType.Byte)
            .view(count, ImageSet.PixelsPerImage).to(ScalarType.Float32).div_(byte.MaxValue);
}
