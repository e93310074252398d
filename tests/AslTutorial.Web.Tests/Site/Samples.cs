using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Looks;
using AslTutorial.Training.Contracts.Tensors;

namespace AslTutorial.Web.Tests.Site;

internal static class Samples
{
    public static EpochResult Epoch(int epoch) =>
        new(epoch, 100 + epoch, 0.5, 0.9, 20 + epoch, 0.25, 0.95 + (epoch * 0.001 % 0.05), 3, 2, FakeTrainer.Device.Name);

    /// <summary>Different for each epoch, so that one cannot be taken for another.</summary>
    public static ConfusionMatrix Confusion(int epoch) => new([.. Enumerable.Range(0, 24 * 24).Select(i => i + epoch)]);

    /// <summary>A cell that prints this.</summary>
    public static CellResult Result(string text) => new([CellOutput.Of(text)], 1.5, []);

    /// <summary>A cell that shows a picture of so many bytes.</summary>
    public static CellResult Picture(int bytes) =>
        new([CellOutput.Of(new CellImage([.. Enumerable.Range(0, bytes).Select(i => (byte)i)], 8, 8, "ab", 2, "Hands, 2: a b"))], 1.5, []);

    /// <summary>A file whose one tensor says which image was asked for.</summary>
    public static LookResult Look(LookOrder order) => new(SafeTensorsWriter.Write(new(
        new Dictionary<string, TensorData> { ["image"] = TensorData.Of<int>(TensorType.I32, [1], [order.Image]) }, new Dictionary<string, string>())));

    public static BatchProgress Batch(int epoch, int batch, int batches = 800) => new(epoch, batch, batches, 0.5, 0.9, 1_000, 10);
}
