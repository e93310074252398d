namespace AslTutorial.Training.Contracts;

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
