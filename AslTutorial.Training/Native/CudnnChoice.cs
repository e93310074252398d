using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Native;

/// <summary>
/// Which of cuDNN's algorithms libtorch may take: torch.backends.cudnn.deterministic, which TorchSharp does not have. Some
/// of the fast ones add up a filter's gradient in any order, so that the same run ends in other digits each time.
/// </summary>
internal static class CudnnChoice
{
    private const string Library = "torch_cpu";

    /// <summary>For the whole process.</summary>
    /// <exception cref="TorchUnavailableException">This libtorch has no such switch where it is looked for.</exception>
    public static unsafe void SetDeterministic(bool value)
    {
        var context = (delegate* unmanaged<void*>)Find("_ZN2at13globalContextEv");
        var set = (delegate* unmanaged<void*, byte, void>)Find("_ZN2at7Context21setDeterministicCuDNNEb");
        set(context(), value ? (byte)1 : (byte)0);
    }

    /// <summary>What was set.</summary>
    public static unsafe bool IsDeterministic()
    {
        var context = (delegate* unmanaged<void*>)Find("_ZN2at13globalContextEv");
        var get = (delegate* unmanaged<void*, byte>)Find("_ZNK2at7Context18deterministicCuDNNEv");
        return get(context()) != 0;
    }

    private static nint Find(string symbol) => TorchRuntime.FindExport(Library, symbol) is var address and not 0
        ? address
        : throw new TorchUnavailableException(
            TrainerFault.Of(TrainerFaultCodes.TorchVersion), "This libtorch cannot be told to repeat a run bit for bit; leave that setting out.");
}
