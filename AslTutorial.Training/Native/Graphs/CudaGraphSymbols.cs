using System.Diagnostics.CodeAnalysis;

namespace AslTutorial.Training.Native.Graphs;

/// <summary>
/// What libtorch exports for recording, C++ names as GCC mangles them. Read off libtorch 2.11; c10/cuda/CUDAStream.h and
/// aten/src/ATen/cuda/CUDAGraph.h declare them. TorchSharp has none of it.
/// </summary>
/// <remarks>The addresses are of functions of the System V calling convention, so this is for Linux on x64 alone.</remarks>
internal sealed unsafe class CudaGraphSymbols
{
    private const string C10 = "c10_cuda";
    private const string Torch = "torch_cuda";

    private CudaGraphSymbols()
    {
    }

    /// <summary>getStreamFromPool(bool isHighPriority, DeviceIndex device): one of 32 streams, handed out in turn.</summary>
    public delegate* unmanaged<byte, sbyte, CudaStream> GetStreamFromPool { get; private init; }

    /// <summary>getCurrentCUDAStream(DeviceIndex device): of the calling thread.</summary>
    public delegate* unmanaged<sbyte, CudaStream> GetCurrentStream { get; private init; }

    /// <summary>setCurrentCUDAStream(CUDAStream stream): for the calling thread.</summary>
    public delegate* unmanaged<CudaStream, void> SetCurrentStream { get; private init; }

    /// <summary>CUDAStream::stream() const: the cudaStream_t.</summary>
    public delegate* unmanaged<CudaStream*, nint> GetHandle { get; private init; }

    /// <summary>CUDAGraph::CUDAGraph(bool keep_graph): at that address.</summary>
    public delegate* unmanaged<void*, byte, void> Construct { get; private init; }

    /// <summary>CUDAGraph::capture_begin(pair of two uint64 pool, cudaStreamCaptureMode mode).</summary>
    public delegate* unmanaged<void*, ulong, ulong, int, void> CaptureBegin { get; private init; }

    /// <summary>CUDAGraph::capture_end().</summary>
    public delegate* unmanaged<void*, void> CaptureEnd { get; private init; }

    /// <summary>CUDAGraph::replay().</summary>
    public delegate* unmanaged<void*, void> Replay { get; private init; }

    /// <summary>CUDAGraph::~CUDAGraph().</summary>
    public delegate* unmanaged<void*, void> Destroy { get; private init; }

    /// <summary>cudaStreamIsCapturing(cudaStream_t, cudaStreamCaptureStatus*): 0 for success.</summary>
    public delegate* unmanaged<nint, int*, int> IsCapturing { get; private init; }

    /// <summary>cudaStreamEndCapture(cudaStream_t, cudaGraph_t*): 0 for success.</summary>
    public delegate* unmanaged<nint, nint*, int> EndCapture { get; private init; }

    /// <summary>Looks all of them up.</summary>
    /// <param name="find">Address of a symbol in one of libtorch's libraries or what it depends on; 0 where there is none.</param>
    /// <param name="missing">The first symbol that is not there.</param>
    public static CudaGraphSymbols? Find(Func<string, string, nint> find, [NotNullWhen(false)] out string? missing)
    {
        string? absent = null;
        nint Get(string library, string symbol)
        {
            var address = find(library, symbol);
            absent ??= address == 0 ? symbol : null;
            return address;
        }

        var found = new CudaGraphSymbols
        {
            GetStreamFromPool = (delegate* unmanaged<byte, sbyte, CudaStream>)Get(C10, "_ZN3c104cuda17getStreamFromPoolEba"),
            GetCurrentStream = (delegate* unmanaged<sbyte, CudaStream>)Get(C10, "_ZN3c104cuda20getCurrentCUDAStreamEa"),
            SetCurrentStream = (delegate* unmanaged<CudaStream, void>)Get(C10, "_ZN3c104cuda20setCurrentCUDAStreamENS0_10CUDAStreamE"),
            GetHandle = (delegate* unmanaged<CudaStream*, nint>)Get(C10, "_ZNK3c104cuda10CUDAStream6streamEv"),
            Construct = (delegate* unmanaged<void*, byte, void>)Get(Torch, "_ZN2at4cuda9CUDAGraphC1Eb"),
            CaptureBegin = (delegate* unmanaged<void*, ulong, ulong, int, void>)Get(Torch, "_ZN2at4cuda9CUDAGraph13capture_beginESt4pairIyyE21cudaStreamCaptureMode"),
            CaptureEnd = (delegate* unmanaged<void*, void>)Get(Torch, "_ZN2at4cuda9CUDAGraph11capture_endEv"),
            Replay = (delegate* unmanaged<void*, void>)Get(Torch, "_ZN2at4cuda9CUDAGraph6replayEv"),
            Destroy = (delegate* unmanaged<void*, void>)Get(Torch, "_ZN2at4cuda9CUDAGraphD1Ev"),
            IsCapturing = (delegate* unmanaged<nint, int*, int>)Get(Torch, "cudaStreamIsCapturing"),
            EndCapture = (delegate* unmanaged<nint, nint*, int>)Get(Torch, "cudaStreamEndCapture"),
        };
        missing = absent;
        return absent is null ? found : null;
    }
}
