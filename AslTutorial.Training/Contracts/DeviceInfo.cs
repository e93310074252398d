using System.Globalization;

namespace AslTutorial.Training.Contracts;

/// <summary>The device a trainer computes on.</summary>
/// <param name="Kind">"cpu" or "cuda".</param>
/// <param name="Name">For people: "CPU, 1 thread", "NVIDIA A10".</param>
/// <param name="Threads">Compute threads on the CPU.</param>
/// <param name="Index">The card's number among those of <paramref name="Cards"/>, from 0; null without a card.</param>
/// <param name="Cards">How many cards there are to choose from, this one among them; null without a card, and where that is not known.</param>
public sealed record DeviceInfo(string Kind, string Name, int Threads, int? Index = null, int? Cards = null)
{
    private const string CpuPrefix = "CPU, ";

    /// <summary>The processor, computing with so many threads.</summary>
    public static DeviceInfo Cpu(int threads) =>
        new("cpu", string.Create(CultureInfo.InvariantCulture, $"{CpuPrefix}{threads} {(threads == 1 ? "thread" : "threads")}"), threads);

    /// <summary>The threads that a <see cref="Name"/> made by <see cref="Cpu"/> tells of, or null: it is what runs and epochs keep of their device.</summary>
    public static int? CpuThreads(string name) =>
        name.StartsWith(CpuPrefix, StringComparison.Ordinal)
        && int.TryParse(name[CpuPrefix.Length..].Split(' ', 2)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var threads)
            ? threads
            : null;
}

/// <summary>The memory of the card that a trainer computes on, in bytes.</summary>
/// <param name="OwnBytes">Held by the trainer's process; null where NVIDIA's library cannot tell, as in some containers.</param>
/// <param name="UsedBytes">Held by all processes and the driver.</param>
/// <param name="TotalBytes">Of the whole card.</param>
public sealed record CardMemory(long? OwnBytes, long UsedBytes, long TotalBytes);

/// <summary>The sorts of devices that can be asked for.</summary>
public enum DeviceKind
{
    /// <summary>CUDA where there is a card for it, else the CPU.</summary>
    Auto,

    /// <summary>The processor.</summary>
    Cpu,

    /// <summary>A card of NVIDIA's.</summary>
    Cuda,
}
