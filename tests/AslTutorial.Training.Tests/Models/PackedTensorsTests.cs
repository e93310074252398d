using AslTutorial.Training.Contracts;
using AslTutorial.Training.Models;
using AslTutorial.Training.Tests.Native;
using static TorchSharp.torch;

namespace AslTutorial.Training.Tests.Models;

public sealed class PackedTensorsTests
{
    [Theory]
    [InlineData(ModelKind.Cnn)]
    [InlineData(ModelKind.Dense)]
    public void Views_FilledOneByOne_LieBesideEachOtherInTheBlock(ModelKind kind)
    {
        using var scope = NewDisposeScope();
        _ = TestTorch.Device;
        var specs = NetLayout.Of(kind).Parameters;
        using var packed = new PackedTensors(specs, ScalarType.Float32, CPU);
        for (var i = 0; i < specs.Count; i++)
        {
            packed.Views[i].fill_(i + 1);
        }

        var block = packed.Whole.data<float>().ToArray();

        packed.Views.Zip(specs).ShouldAllBe(pair => pair.First.shape.SequenceEqual(pair.Second.Shape));
        var start = 0L;
        for (var i = 0; i < specs.Count; i++)
        {
            var room = (specs[i].Elements + 31) / 32 * 32;
            block[(int)start..(int)(start + specs[i].Elements)].ShouldAllBe(value => value == i + 1, specs[i].Name);
            block[(int)(start + specs[i].Elements)..(int)(start + room)].ShouldAllBe(value => value == 0, specs[i].Name);
            start += room;
        }

        block.Length.ShouldBe((int)start);
    }

    // What the script makes of gradients must lie where the parameters lie, whatever layout a gradient has.
    [Fact]
    public void Packed_GradientsInAnyLayout_LieAsTheParametersDo()
    {
        using var scope = NewDisposeScope();
        using var net = NetState.Create(ModelKind.Cnn, 1, TestTorch.Device.Device);
        Tensor[] contiguous = [.. net.Parameters.Select(parameter => parameter.contiguous().clone())];

        NetScripts.CallOne("packed", [net.Parameters]).Equals(net.Packed.Whole).ShouldBeTrue();
        NetScripts.CallOne("packed", [contiguous]).Equals(net.Packed.Whole).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(36)]
    public void Split_SomePieces_CoverTheBlockInOrderEachAtAWholeMultiple(int pieces)
    {
        using var scope = NewDisposeScope();
        using var net = NetState.Create(ModelKind.Cnn, 1, TestTorch.Device.Device);

        var split = net.Packed.Split(pieces);

        split.Length.ShouldBe(pieces);
        cat(split).Equals(net.Packed.Whole).ShouldBeTrue();
        split[..^1].ShouldAllBe(piece => piece.shape[0] % PackedTensors.Alignment == 0 && piece.shape[0] == split[0].shape[0]);
        split[^1].add_(1);
        net.Packed.Whole[-1].item<float>().ShouldBe(split[^1][-1].item<float>());
        foreach (var piece in split)
        {
            piece.Dispose();
        }
    }
}
