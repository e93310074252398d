using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Contracts.Tensors;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Models;
using AslTutorial.Training.Tests.Loop;
using AslTutorial.Training.Tests.Native;
using static TorchSharp.torch;

namespace AslTutorial.Training.Tests.Models;

public sealed class NetFileTests
{
    [Theory]
    [InlineData(ModelKind.Cnn)]
    [InlineData(ModelKind.Dense)]
    public void Read_WrittenNet_PredictsTheSame(ModelKind kind)
    {
        using var scope = NewDisposeScope();
        using var data = new DeviceData(TinyHands.Data.Valid, TestTorch.Device.Device);
        using var net = NetState.Create(kind, 3, TestTorch.Device.Device);

        using var read = NetFile.Read(NetFile.Write(net), TestTorch.Device.Device);

        read.Kind.ShouldBe(kind);
        Predict(read, data).ShouldBe(Predict(net, data));
    }

    /// <summary>The file taken apart by the format's description, without this project's reader.</summary>
    [Fact]
    public void Write_Net_IsWhatSafetensorsDescribesAndPyTorchNames()
    {
        using var scope = NewDisposeScope();
        using var net = NetState.Create(ModelKind.Cnn, 3, TestTorch.Device.Device);
        var file = NetFile.Write(net);

        var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        using var header = JsonDocument.Parse(file.AsMemory(8, length));
        var entry = header.RootElement.GetProperty("4.weight");
        var range = entry.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt32()).ToArray();
        var numbers = MemoryMarshal.Cast<byte, float>(file.AsSpan((8 + length + range[0])..(8 + length + range[1])));

        header.RootElement.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal).ShouldBe(
            new[]
            {
                "__metadata__", "0.weight", "0.bias", "1.weight", "1.bias", "1.running_mean", "1.running_var", "1.num_batches_tracked",
                "4.weight", "4.bias", "5.weight", "5.bias", "5.running_mean", "5.running_var", "5.num_batches_tracked",
                "9.weight", "9.bias", "10.weight", "10.bias", "10.running_mean", "10.running_var", "10.num_batches_tracked",
                "14.weight", "14.bias", "17.weight", "17.bias",
            }.Order(StringComparer.Ordinal));
        entry.GetProperty("dtype").GetString().ShouldBe("F32");
        entry.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32()).ShouldBe([50, 25, 3, 3]);

        // Row-major, though the tensor lies channels-last in memory.
        numbers[(((7 * 25) + 3) * 9) + 5].ShouldBe(net.Parameters[4][7, 3, 1, 2].item<float>());
        header.RootElement.GetProperty("17.bias").GetProperty("shape").EnumerateArray().Single().GetInt32().ShouldBe(24);
    }

    [Fact]
    public void Read_OtherFile_IsRefused()
    {
        var other = SafeTensorsWriter.Write(new(
            new Dictionary<string, TensorData> { ["x"] = TensorData.Of<float>(TensorType.F32, [1], [1]) },
            new Dictionary<string, string>()));

        var fault = Should.Throw<SafeTensorsException>(() => NetFile.Read(other, TestTorch.Device.Device));

        fault.Message.ShouldContain("no tensor '1.weight'");
    }

    private static float[] Predict(NetState net, DeviceData data)
    {
        using var grad = no_grad();
        var program = new NetProgram(net);
        return program.Logits(data.Images, program.PrepareEvaluation()).data<float>().ToArray();
    }
}
