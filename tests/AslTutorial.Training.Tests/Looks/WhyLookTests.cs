using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Data;
using AslTutorial.Training.Looks.Views;

namespace AslTutorial.Training.Tests.Looks;

public sealed class WhyLookTests
{
    private const int Image = 2;
    private const int Letter = 6;

    [Theory]
    [InlineData(ModelKind.Cnn)]
    [InlineData(ModelKind.Dense)]
    public async Task Why_Gradient_IsThatOfFiniteDifferences(ModelKind kind)
    {
        const double Step = 1e-6;
        var file = await TrainedNets.LookAsync(new(LookView.Why) { Image = Image, Letter = Letter }, kind);

        var plain = new PlainNet(TrainedNets.Weights(kind));
        var gradient = file.Tensors["gradient"].Numbers<float>().ToArray();
        var product = file.Tensors["product"].Numbers<float>().ToArray();
        // Every seventh pixel, and so all rows and columns.
        for (var pixel = 0; pixel < ImageSet.PixelsPerImage; pixel += 7)
        {
            var (more, less) = (Pixels(), Pixels());
            more[0, pixel / 28, pixel % 28] += Step;
            less[0, pixel / 28, pixel % 28] -= Step;
            var slope = (Logit(more) - Logit(less)) / (2 * Step);
            ((double)gradient[pixel]).ShouldBe(slope, 1e-3 * Math.Max(1, Math.Abs(slope)), $"pixel {pixel}");
            ((double)product[pixel]).ShouldBe(slope * Pixels()[0, pixel / 28, pixel % 28], 1e-3 * Math.Max(1, Math.Abs(slope)));
        }

        double Logit(double[,,] image) => plain.Logits(plain.Features(image))[Letter];
    }

    [Fact]
    public async Task Why_Occlusion_IsWhatThePlainNetLoses()
    {
        var file = await TrainedNets.LookAsync(new(LookView.Why) { Image = Image, Letter = Letter });

        var plain = new PlainNet(TrainedNets.Weights(ModelKind.Cnn));
        var occlusion = file.Tensors["occlusion"];
        occlusion.Shape.ShouldBe([12, 12]);
        file.Tensors["patch"].Numbers<int>().ToArray().ShouldBe([WhyLook.Patch, WhyLook.Stride]);
        var whole = Probability(Pixels());
        foreach (var (row, column) in new[] { (0, 0), (3, 7), (6, 6), (11, 11) })
        {
            var hidden = Pixels();
            for (var i = 0; i < WhyLook.Patch * WhyLook.Patch; i++)
            {
                hidden[0, (row * WhyLook.Stride) + (i / WhyLook.Patch), (column * WhyLook.Stride) + (i % WhyLook.Patch)] = 0.5;
            }

            ((double)occlusion.Numbers<float>()[(row * 12) + column]).ShouldBe(whole - Probability(hidden), 1e-4);
        }

        double Probability(double[,,] image) => PlainNet.Softmax(plain.Logits(plain.Features(image)))[Letter];
    }

    private static double[,,] Pixels() => PlainNet.Image(TrainedNets.Data.Valid.Pixels.AsSpan(Image * ImageSet.PixelsPerImage, ImageSet.PixelsPerImage));
}
