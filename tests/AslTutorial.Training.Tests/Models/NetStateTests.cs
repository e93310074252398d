using AslTutorial.Training.Contracts;
using AslTutorial.Training.Models;
using AslTutorial.Training.Tests.Native;
using static TorchSharp.torch;

namespace AslTutorial.Training.Tests.Models;

public sealed class NetStateTests
{
    [Theory]
    [InlineData(ModelKind.Cnn, 404_099)]
    [InlineData(ModelKind.Dense, (784 * 512) + 512 + (512 * 512) + 512 + (512 * 24) + 24)]
    public void Create_Net_HasTheLessonsCountOfParameters(ModelKind kind, long expected)
    {
        using var net = NetState.Create(kind, 1, TestTorch.Device.Device);

        net.Parameters.Sum(parameter => parameter.numel()).ShouldBe(expected);
    }

    [Theory]
    [InlineData("0.weight", 1.0 / 3)]
    [InlineData("4.weight", 1.0 / 15)]
    [InlineData("9.bias", 0.04714045207910317)]
    [InlineData("14.weight", 0.03849001794597505)]
    [InlineData("17.bias", 0.04419417382415922)]
    public void Create_DrawnTensors_FillPyTorchsBounds(string name, double bound)
    {
        using var scope = NewDisposeScope();
        using var net = NetState.Create(ModelKind.Cnn, 1, TestTorch.Device.Device);

        var (_, tensor) = net.Named().Single(pair => pair.Spec.Name == name);

        tensor.abs().max().item<float>().ShouldBeInRange((float)(bound * 0.75), (float)(bound * 1.0000001));
        Math.Abs(tensor.mean().item<float>()).ShouldBeLessThan((float)(bound * 3 / Math.Sqrt(tensor.numel())));
    }

    [Fact]
    public void Create_BatchNorm_StartsAsTheIdentity()
    {
        using var scope = NewDisposeScope();
        using var net = NetState.Create(ModelKind.Cnn, 1, TestTorch.Device.Device);
        var tensors = net.Named().ToDictionary(pair => pair.Spec.Name, pair => pair.Tensor);

        tensors["5.weight"].eq(1).all().item<bool>().ShouldBeTrue();
        tensors["5.bias"].eq(0).all().item<bool>().ShouldBeTrue();
        tensors["5.running_mean"].eq(0).all().item<bool>().ShouldBeTrue();
        tensors["5.running_var"].eq(1).all().item<bool>().ShouldBeTrue();
        tensors["5.num_batches_tracked"].item<long>().ShouldBe(0);
    }

    [Fact]
    public void Create_SameSeed_SameWeightsAndOtherSeedOthers()
    {
        using var one = NetState.Create(ModelKind.Cnn, 1, TestTorch.Device.Device);
        using var again = NetState.Create(ModelKind.Cnn, 1, TestTorch.Device.Device);
        using var other = NetState.Create(ModelKind.Cnn, 2, TestTorch.Device.Device);

        NetFile.Write(again).ShouldBe(NetFile.Write(one));
        NetFile.Write(other).ShouldNotBe(NetFile.Write(one));
    }

    [Theory]
    [InlineData(0, new long[] { 9, 1, 3, 1 })]
    [InlineData(4, new long[] { 225, 1, 75, 25 })]
    [InlineData(8, new long[] { 450, 1, 150, 50 })]
    public void Create_ConvolutionWeights_AreChannelsLast(int index, long[] strides)
    {
        using var net = NetState.Create(ModelKind.Cnn, 1, TestTorch.Device.Device);

        net.Parameters[index].stride().ShouldBe(strides);
    }
}
