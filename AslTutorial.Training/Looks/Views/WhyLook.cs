using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Data;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace AslTutorial.Training.Looks.Views;

/// <summary>
/// Which pixels argue for a letter: gradient F32 [28, 28] of its logit by each pixel (0 to 1), product F32 [28, 28] of that with the
/// pixel; occlusion F32 [n, n], how much the letter's probability falls where a grey patch stands, patch I32 [2], its side and
/// how far it moves.
/// </summary>
/// <remarks>
/// Gradient times input: Shrikumar and others, Not just a black box (2016). Occlusion: Zeiler and Fergus, Visualizing and
/// understanding convolutional networks (2014).
/// </remarks>
internal static class WhyLook
{
    public const int Patch = 6;
    public const int Stride = 2;
    private const double Grey = 0.5;
    private const int Places = ((ImageSet.Side - Patch) / Stride) + 1;

    // A piece of this many images stays in the processor's cache.
    private const int Piece = 48;

    public static LookFile Answer(LookOrder order, LookedNet net, ImageSet images)
    {
        var image = LookImages.Of(images, order.Image);
        var gradient = Gradient(net, image, order.Letter);
        return new LookFile()
            .Add("gradient", gradient.view(ImageSet.Side, ImageSet.Side))
            .Add("product", (gradient * image).view(ImageSet.Side, ImageSet.Side))
            .Add("occlusion", Occlusion(net, image, order.Letter))
            .Add("patch", [Patch, Stride]);
    }

    private static Tensor Gradient(LookedNet net, Tensor image, int letter)
    {
        using var on = enable_grad();
        using var x = image.clone().requires_grad_();
        using var logit = net.Logits(net.Features(x))[0][letter];
        return autograd.grad([logit], [x])[0].detach();
    }

    private static Tensor Occlusion(LookedNet net, Tensor image, int letter)
    {
        using var off = no_grad();
        var whole = Probability(net, image, letter);
        var hidden = image.view(1, ImageSet.Side, ImageSet.Side).repeat(Places * Places, 1, 1);
        for (var place = 0; place < Places * Places; place++)
        {
            var (top, left) = (place / Places * Stride, place % Places * Stride);
            hidden[place].slice(0, top, top + Patch, 1).slice(1, left, left + Patch, 1).fill_(Grey);
        }

        var pieces = hidden.view(-1, ImageSet.PixelsPerImage).split(Piece, 0).Select(piece => Probability(net, piece, letter)).ToList();
        return (whole - cat(pieces, 0)).view(Places, Places);
    }

    private static Tensor Probability(LookedNet net, Tensor images, int letter) =>
        functional.softmax(net.Logits(net.Features(images)), 1).select(1, letter);
}
