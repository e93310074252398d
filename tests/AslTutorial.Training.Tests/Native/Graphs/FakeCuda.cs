using System.Runtime.InteropServices;
using AslTutorial.Training.Native.Graphs;

namespace AslTutorial.Training.Tests.Native.Graphs;

/// <summary>
/// libtorch's functions as native code would call them: by address, with the System V calling convention. They note what
/// they were given. One test at a time: functions have no object to belong to.
/// </summary>
internal static unsafe class FakeCuda
{
    public const long Default = 7;
    public const long Side = 4242;
    private const nint Handle = 0x5151;
    private const int Active = 1;
    private const int Broken = 2;

    public static List<string> Calls { get; } = [];

    public static bool BreaksTheRecording { get; set; }

    public static long Current { get; private set; }

    private static readonly Dictionary<string, nint> Exports = new(StringComparer.Ordinal)
    {
        ["c10_cuda:_ZN3c104cuda17getStreamFromPoolEba"] = (nint)(delegate* unmanaged<byte, sbyte, Pair>)&FromPool,
        ["c10_cuda:_ZN3c104cuda20getCurrentCUDAStreamEa"] = (nint)(delegate* unmanaged<sbyte, Pair>)&GetCurrent,
        ["c10_cuda:_ZN3c104cuda20setCurrentCUDAStreamENS0_10CUDAStreamE"] = (nint)(delegate* unmanaged<Pair, void>)&SetCurrent,
        ["c10_cuda:_ZNK3c104cuda10CUDAStream6streamEv"] = (nint)(delegate* unmanaged<Pair*, nint>)&GetHandle,
        ["torch_cuda:_ZN2at4cuda9CUDAGraphC1Eb"] = (nint)(delegate* unmanaged<long*, byte, void>)&Construct,
        ["torch_cuda:_ZN2at4cuda9CUDAGraph13capture_beginESt4pairIyyE21cudaStreamCaptureMode"] = (nint)(delegate* unmanaged<long*, ulong, ulong, int, void>)&Begin,
        ["torch_cuda:_ZN2at4cuda9CUDAGraph11capture_endEv"] = (nint)(delegate* unmanaged<long*, void>)&End,
        ["torch_cuda:_ZN2at4cuda9CUDAGraph6replayEv"] = (nint)(delegate* unmanaged<long*, void>)&Replay,
        ["torch_cuda:_ZN2at4cuda9CUDAGraphD1Ev"] = (nint)(delegate* unmanaged<long*, void>)&Destroy,
        ["torch_cuda:cudaStreamIsCapturing"] = (nint)(delegate* unmanaged<nint, int*, int>)&IsCapturing,
        ["torch_cuda:cudaStreamEndCapture"] = (nint)(delegate* unmanaged<nint, nint*, int>)&EndCapture,
    };

    public static IReadOnlyCollection<string> Names => Exports.Keys;

    public static void Reset()
    {
        Calls.Clear();
        BreaksTheRecording = false;
        Current = Default;
    }

    public static nint Find(string library, string symbol) => Exports.GetValueOrDefault($"{library}:{symbol}");

    public static CudaGraphSymbols Symbols() =>
        CudaGraphSymbols.Find(Find, out var missing) ?? throw new InvalidOperationException(missing);

    // The device number lies in the first two bytes, beside bytes of no meaning.
    private static Pair Stream(long id) => new() { Device = unchecked((long)0xDEADBEEF_00000001), Id = id };

    [UnmanagedCallersOnly]
    private static Pair FromPool(byte highPriority, sbyte device)
    {
        Calls.Add($"from pool {highPriority} {device}");
        return Stream(Side);
    }

    [UnmanagedCallersOnly]
    private static Pair GetCurrent(sbyte device) => Stream(Current);

    [UnmanagedCallersOnly]
    private static void SetCurrent(Pair stream)
    {
        Current = stream.Device == Stream(0).Device ? stream.Id : -1;
        Calls.Add($"current {stream.Id}");
    }

    [UnmanagedCallersOnly]
    private static nint GetHandle(Pair* stream) => stream->Id == Side ? Handle : 0;

    [UnmanagedCallersOnly]
    private static void Construct(long* graph, byte keep)
    {
        *graph = Side;
        Calls.Add($"construct {keep}");
    }

    [UnmanagedCallersOnly]
    private static void Begin(long* graph, ulong poolLow, ulong poolHigh, int mode) =>
        Calls.Add($"begin {*graph} {poolLow} {poolHigh} {mode}");

    [UnmanagedCallersOnly]
    private static void End(long* graph) => Calls.Add($"end {*graph}");

    [UnmanagedCallersOnly]
    private static void Replay(long* graph) => Calls.Add($"replay {*graph}");

    [UnmanagedCallersOnly]
    private static void Destroy(long* graph) => Calls.Add($"destroy {*graph}");

    [UnmanagedCallersOnly]
    private static int IsCapturing(nint stream, int* status)
    {
        *status = BreaksTheRecording ? Broken : Active;
        return stream == Handle ? 0 : 1;
    }

    [UnmanagedCallersOnly]
    private static int EndCapture(nint stream, nint* graph)
    {
        Calls.Add("end by the driver");
        *graph = 0;
        return 1;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Pair
    {
        public long Device;
        public long Id;
    }
}
