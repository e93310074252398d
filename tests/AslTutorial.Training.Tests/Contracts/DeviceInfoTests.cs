using System.Buffers;
using AslTutorial.Training.Contracts;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace AslTutorial.Training.Tests.Contracts;

public sealed class DeviceInfoTests
{
    [Theory]
    [InlineData(1, "CPU, 1 thread")]
    [InlineData(16, "CPU, 16 threads")]
    public void CpuThreads_NameOfAProcessor_GivesWhatItWasMadeWith(int threads, string name)
    {
        DeviceInfo.Cpu(threads).ShouldBe(new DeviceInfo("cpu", name, threads));
        DeviceInfo.CpuThreads(name).ShouldBe(threads);
    }

    [Theory]
    [InlineData("NVIDIA A10")]
    [InlineData("CPU, many threads")]
    [InlineData("")]
    public void CpuThreads_AnyOtherName_IsNull(string name) => DeviceInfo.CpuThreads(name).ShouldBeNull();

    [Fact]
    public void Message_OfATrainerThatCountsNoCards_IsUnderstood() =>
        Sent(new Before("cuda", "NVIDIA A10", 4)).ShouldBe(new DeviceInfo("cuda", "NVIDIA A10", 4));

    [Fact]
    public void Message_OfATrainerOnOneOfSeveralCards_KeepsNumberAndCount()
    {
        var device = new DeviceInfo("cuda", "NVIDIA A10", 4, Index: 1, Cards: 2);

        Sent(device).ShouldBe(device);
    }

    private static DeviceInfo Sent(object device)
    {
        var protocol = new MessagePackHubProtocol();
        var bytes = new ReadOnlySequence<byte>(protocol.GetMessageBytes(new InvocationMessage("Describe", [device])));
        protocol.TryParseMessage(ref bytes, new DeviceBinder(), out var message).ShouldBeTrue();
        return message.ShouldBeOfType<InvocationMessage>().Arguments.Single().ShouldBeOfType<DeviceInfo>();
    }

    /// <summary>As it was before cards had numbers.</summary>
    public sealed record Before(string Kind, string Name, int Threads);

    private sealed class DeviceBinder : IInvocationBinder
    {
        public IReadOnlyList<Type> GetParameterTypes(string methodName) => [typeof(DeviceInfo)];

        public Type GetReturnType(string invocationId) => throw new NotSupportedException();

        public Type GetStreamItemType(string streamId) => throw new NotSupportedException();
    }
}
