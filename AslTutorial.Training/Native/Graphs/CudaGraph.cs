using System.Runtime.InteropServices;

namespace AslTutorial.Training.Native.Graphs;

/// <summary>An at::cuda::CUDAGraph in memory of its own.</summary>
internal sealed unsafe class CudaGraph(CudaGraphSymbols symbols, nint memory) : ICudaGraph
{
    /// <summary>Bytes: many times what the object takes in 2.11, for versions to come.</summary>
    private const int Size = 8192;

    private nint _memory = memory;

    /// <summary>Memory for one; it has no constructor run on it yet.</summary>
    public static nint Allocate() => (nint)NativeMemory.AllocZeroed(Size);

    public void Replay()
    {
        ObjectDisposedException.ThrowIf(_memory == 0, this);
        symbols.Replay((void*)_memory);
    }

    public void Dispose()
    {
        if (_memory != 0)
        {
            symbols.Destroy((void*)_memory);
            NativeMemory.Free((void*)_memory);
            _memory = 0;
        }
    }
}
