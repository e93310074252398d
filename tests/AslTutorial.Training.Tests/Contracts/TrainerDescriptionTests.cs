using System.Buffers;
using AslTutorial.Training.Contracts;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace AslTutorial.Training.Tests.Contracts;

/// <summary>Sites and trainers of different ages understand each other's descriptions, by the hub's own protocol.</summary>
public sealed class TrainerDescriptionTests
{
    private static readonly TrainerDescription Whole = new(
        "host", 7, TrainerPhase.Faulted, DeviceInfo.Cpu(1), null, null, "No device.", 5, TrainerFaultCodes.NoCudaDevice, new CardMemory(null, 2, 3));

    [Fact]
    public void Describe_Whole_Arrives() => Send<TrainerDescription>(Whole).ShouldBe(Whole);

    [Fact]
    public void Describe_OlderTrainer_IsReadWithoutCodeAndCard()
    {
        var read = Send<TrainerDescription>(new OlderDescription("host", 7, TrainerPhase.Idle, DeviceInfo.Cpu(1), null, null, "Lost /srv/x.", 5));
        read.ShouldBe(new TrainerDescription("host", 7, TrainerPhase.Idle, DeviceInfo.Cpu(1), null, null, "Lost /srv/x.", 5));
        read.FindFault().ShouldBe(TrainerFault.Of(TrainerFaultCodes.Unknown));
    }

    [Fact]
    public void Describe_OlderSite_ReadsWhatItKnows() =>
        Send<OlderDescription>(Whole).ShouldBe(new OlderDescription("host", 7, TrainerPhase.Faulted, DeviceInfo.Cpu(1), null, null, "No device.", 5));

    [Fact]
    public void FindFault_CodeOfANewerTrainer_IsUnknown() =>
        (Whole with { FaultCode = "of-tomorrow" }).FindFault().ShouldBe(TrainerFault.Of(TrainerFaultCodes.Unknown));

    [Fact]
    public void FindFault_KnownCode_KeepsTheSentence() => Whole.FindFault().ShouldBe(new TrainerFault(TrainerFaultCodes.NoCudaDevice, "No device."));

    [Fact]
    public void Describe_EveryCode_HasASentenceOfItsOwnWithoutPaths()
    {
        TrainerFaultCodes.All.Select(TrainerFaultCodes.Describe).ShouldBeUnique();
        TrainerFaultCodes.All.Select(TrainerFaultCodes.Describe).ShouldAllBe(text => text.EndsWith('.') && !text.Contains('/'));
    }

    private static T Send<T>(object description)
    {
        var protocol = new MessagePackHubProtocol();
        var bytes = new ReadOnlySequence<byte>(protocol.GetMessageBytes(new InvocationMessage("Describe", [description])));
        protocol.TryParseMessage(ref bytes, new Binder(typeof(T)), out var message).ShouldBeTrue();
        return (T)((InvocationMessage)message!).Arguments[0]!;
    }

    private sealed class Binder(Type type) : IInvocationBinder
    {
        public IReadOnlyList<Type> GetParameterTypes(string methodName) => [type];

        public Type GetReturnType(string invocationId) => throw new NotSupportedException();

        public Type GetStreamItemType(string streamId) => throw new NotSupportedException();
    }
}
