using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Tests.Contracts;

public sealed class DeviceChoiceTests
{
    [Theory]
    [InlineData("auto", DeviceKind.Auto, null)]
    [InlineData("cpu", DeviceKind.Cpu, null)]
    [InlineData(" CUDA ", DeviceKind.Cuda, null)]
    [InlineData("cuda:0", DeviceKind.Cuda, 0)]
    [InlineData("Cuda:63", DeviceKind.Cuda, 63)]
    public void TryParse_WhatPeopleWrite_IsUnderstood(string text, DeviceKind kind, int? index)
    {
        DeviceChoice.TryParse(text, out var choice).ShouldBeTrue();

        choice.ShouldBe(new DeviceChoice(kind, index));
        choice.ToString().ShouldBe(text.Trim().ToLowerInvariant());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("gpu")]
    [InlineData("cuda:")]
    [InlineData("cuda:-1")]
    [InlineData("cuda:+1")]
    [InlineData("cuda: 1")]
    [InlineData("cuda:64")]
    [InlineData("cuda:99999999999")]
    [InlineData("cuda:1,cuda:2")]
    [InlineData("cpu:0")]
    [InlineData("0")]
    public void TryParse_AnythingElse_IsNot(string? text) => DeviceChoice.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Card_FirstOne_IsTheSameWithAndWithoutItsNumber()
    {
        DeviceChoice.Cuda.Card.ShouldBe(0);
        DeviceChoice.CudaCard(0).Card.ShouldBe(0);
        DeviceChoice.CudaCard(2).Card.ShouldBe(2);
        DeviceChoice.Cpu.Card.ShouldBeNull();
        DeviceChoice.Auto.Card.ShouldBeNull();
        default(DeviceChoice).ShouldBe(DeviceChoice.Auto);
    }

    [Theory]
    [InlineData(1, 16, 8)]
    [InlineData(1, 4, 3)]
    [InlineData(1, 1, 1)]
    [InlineData(2, 16, 7)]
    [InlineData(2, 8, 3)]
    [InlineData(2, 2, 1)]
    [InlineData(8, 4, 1)]
    public void Shared_TrainersBesideEachOther_LeaveACoreAndHaveOneEach(int trainers, int cores, int threads) =>
        ThreadCount.Shared(trainers, cores).ShouldBe(threads);
}
