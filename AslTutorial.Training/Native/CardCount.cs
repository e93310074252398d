using AslTutorial.Training.Native.Cards;

namespace AslTutorial.Training.Native;

/// <summary>Asks NVIDIA's management library how many cards the machine has; CUDA itself could only be asked after the choice of a card.</summary>
internal static class CardCount
{
    /// <summary>All cards, whatever the environment hides from CUDA; null where it cannot be known.</summary>
    public static int? OfMachine() => NativeExports.Management() is { } management ? Ask(management) : null;

    private static unsafe int? Ask(INativeExports management)
    {
        var init = (delegate* unmanaged<int>)management.Find("nvmlInit_v2");
        var getCount = (delegate* unmanaged<uint*, int>)management.Find("nvmlDeviceGetCount_v2");
        uint count = 0;
        return init is not null && getCount is not null && init() == 0 && getCount(&count) == 0 ? (int)count : null;
    }
}
