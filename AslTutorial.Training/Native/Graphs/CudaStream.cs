using System.Runtime.InteropServices;

namespace AslTutorial.Training.Native.Graphs;

/// <summary>c10::cuda::CUDAStream as it is passed: the device (two bytes, then padding) and the stream's number.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct CudaStream
{
    public readonly long Device;
    public readonly long Id;
}
