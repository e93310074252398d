using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Data;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace AslTutorial.Training.Looks.Views;

/// <summary>
/// One image through the whole net. image U8 [28, 28], label I32 [1], logits and probabilities F32 [24]; of each block b:
/// convb U8 [C, H, W] before normalisation, normb F32 [C, 2] (what it is multiplied with, and what is added), poolb U8
/// [C, H/2, W/2] after ReLU and pooling; units F32 [512]. Of the dense net units1 and units2 F32 [512].
/// </summary>
internal static class WholeLook
{
    public static LookFile Answer(LookOrder order, LookedNet net, ImageSet images)
    {
        var file = new LookFile()
            .Add("image", LookImages.Bytes(images, order.Image), ImageSet.Side, ImageSet.Side)
            .Add("label", [(int)images.Labels[order.Image]]);
        var x = LookImages.Of(images, order.Image);
        Tensor features;
        if (net.IsCnn)
        {
            var maps = x.view(1, 1, ImageSet.Side, ImageSet.Side);
            for (var block = 1; block <= LookedNet.Blocks; block++)
            {
                var convolved = net.Convolve(maps, block);
                maps = LookedNet.Pool(net.Normalize(convolved, block));
                file.AddScaled($"conv{block}", convolved[0]).Add($"norm{block}", net.NormLine(block)).AddScaled($"pool{block}", maps[0]);
            }

            features = net.Hidden(maps.reshape(1, -1), 1);
            file.Add("units", features[0]);
        }
        else
        {
            var first = net.Hidden(x, 1);
            features = net.Hidden(first, 2);
            file.Add("units1", first[0]).Add("units2", features[0]);
        }

        var logits = net.Logits(features)[0];
        return file.Add("logits", logits).Add("probabilities", functional.softmax(logits, 0));
    }
}
