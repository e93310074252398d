namespace AslTutorial.Training.Native;

/// <summary>What to compute on; "auto", "cpu" and "cuda" on the command line.</summary>
internal enum DeviceChoice
{
    /// <summary>CUDA where there is a device for it, else the CPU.</summary>
    Auto,

    Cpu,

    Cuda,
}
