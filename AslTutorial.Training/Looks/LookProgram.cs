using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Data;
using AslTutorial.Training.Looks.Views;

namespace AslTutorial.Training.Looks;

/// <summary>Answers looks: a function of the order, the net's weights and the data.</summary>
internal static class LookProgram
{
    /// <summary>Whether the order needs no net.</summary>
    public static bool IsOfData(LookView view) => view is LookView.Labels or LookView.Images;

    /// <summary>Why the order cannot be answered; null where it can.</summary>
    /// <param name="net">Null for a view that needs none.</param>
    public static LookFault? Fault(LookOrder order, LookedNet? net, SignData data)
    {
        var images = ImagesOf(order, data);
        return order.View switch
        {
            LookView.Labels => null,
            LookView.Images when order.Rows.Count is 0 or > LookLimits.MaxImages => Range($"From 1 to {LookLimits.MaxImages} images can be asked for, not {order.Rows.Count}."),
            LookView.Images => order.Rows.Where(row => row < 0 || row >= images.Count).Select(row => NoImage(row, images)).FirstOrDefault(),
            LookView.Kernels => NoBlock(),
            LookView.Channel => NoBlock() ?? NoMap(),
            LookView.Unit => NoUnit(),
            LookView.Letter => NoLetter(),
            _ when order.Image < 0 || order.Image >= images.Count => NoImage(order.Image, images),
            LookView.Map => NoBlock() ?? NoMap(),
            LookView.Why when NoLetter() is { } fault => fault,
            LookView.Dropout when order.Passes is < 1 or > LookLimits.MaxPasses || order.Rate is not (>= 0 and < 1) =>
                Range($"There are 1 to {LookLimits.MaxPasses} passes, with a share from 0 to below 1 turned off."),
            LookView.Whole or LookView.Why or LookView.Dropout or LookView.Alike => null,
            _ => Range($"There is no view {order.View}."),
        };

        LookFault? NoBlock() => !net!.IsCnn ? Range("The dense net has no convolutions.")
            : order.Layer is < 1 or > LookedNet.Blocks ? Range($"There is no block {order.Layer}: they are counted from 1 to {LookedNet.Blocks}.")
            : null;
        LookFault? NoMap() => order.Channel >= 0 && order.Channel < net!.ChannelsOf(order.Layer) ? null
            : Range($"Block {order.Layer} has no map {order.Channel}: they are counted from 0 to {net!.ChannelsOf(order.Layer) - 1}.");
        LookFault? NoLetter() => order.Letter is >= 0 and < SignClasses.Count ? null
            : Range($"There is no letter {order.Letter}: they are counted from 0 to {SignClasses.Count - 1}.");
        LookFault? NoUnit() => order.Layer < 1 || order.Layer >= net!.LinearLayers ? Range($"There is no hidden layer {order.Layer}.")
            : order.Channel < 0 || order.Channel >= net.Linear(order.Layer).Bias.shape[0] ? Range($"There is no unit {order.Channel}.")
            : null;
    }

    /// <summary>The answer to an order without fault; <see cref="LookView.Alike"/> is not among them.</summary>
    /// <remarks>Inside a dispose scope of the caller's, without gradients.</remarks>
    public static LookFile Answer(LookOrder order, LookedNet? net, SignData data)
    {
        var images = ImagesOf(order, data);
        return order.View switch
        {
            LookView.Labels => LookImages.Labels(images),
            LookView.Images => LookImages.Answer(order, images),
            LookView.Whole => WholeLook.Answer(order, net!, images),
            LookView.Map => PartLooks.Map(order, net!, images),
            LookView.Kernels => PartLooks.Kernels(order, net!),
            LookView.Unit => PartLooks.Unit(order, net!),
            LookView.Letter => PartLooks.Letter(order, net!),
            LookView.Why => WhyLook.Answer(order, net!, images),
            LookView.Channel => ManyLooks.Channel(order, net!, images),
            LookView.Dropout => ManyLooks.Dropout(order, net!, images),
            _ => throw new NotSupportedException($"No answer to {order.View}."),
        };
    }

    public static ImageSet ImagesOf(LookOrder order, SignData data) => order.Set == ImageSetName.Train ? data.Train : data.Valid;

    private static LookFault Range(string text) => new(LookFaultCodes.OutOfRange, text);

    private static LookFault NoImage(int row, ImageSet images) => Range($"There is no image {row}: they are counted from 0 to {images.Count - 1}.");
}
