using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using AslTutorial.Training.Native.Cards;

namespace AslTutorial.Training.Tests.Native.Cards;

/// <summary>
/// NVIDIA's driver and management library for native callers, with memory laid out as nvml.h has it. The functions are
/// static, so the tests that use it run one after another.
/// </summary>
internal static unsafe class FakeNvidia
{
    public const string BusId = "0000:0A:00.0";
    public const int Success = 0;
    public const int NoPermission = 4;
    public const int InsufficientSize = 7;

    private const nint Handle = 0x5151;

    public static List<(uint Id, ulong Used)> Processes { get; } = [];

    public static (ulong Total, ulong Free, ulong Used) Memory { get; set; }

    public static int InitAnswer { get; set; }

    public static int MemoryAnswer { get; set; }

    public static int ProcessesAnswer { get; set; }

    /// <summary>24, or 32 as drivers 535.43 to 535.86 have it.</summary>
    public static int ProcessSize { get; set; }

    public static List<string> Calls { get; } = [];

    public static Exports Driver() => new()
    {
        ["cuInit"] = (nint)(delegate* unmanaged<uint, int>)&DriverInit,
        ["cuDeviceGet"] = (nint)(delegate* unmanaged<int*, int, int>)&DriverDevice,
        ["cuDeviceGetPCIBusId"] = (nint)(delegate* unmanaged<byte*, int, int, int>)&DriverBusId,
    };

    public static Exports Management() => new()
    {
        ["nvmlInit_v2"] = (nint)(delegate* unmanaged<int>)&Init,
        ["nvmlDeviceGetHandleByPciBusId_v2"] = (nint)(delegate* unmanaged<byte*, nint*, int>)&Find,
        ["nvmlDeviceGetMemoryInfo"] = (nint)(delegate* unmanaged<nint, ulong*, int>)&GetMemory,
        ["nvmlDeviceGetComputeRunningProcesses_v3"] = (nint)(delegate* unmanaged<nint, uint*, byte*, int>)&GetProcesses,
    };

    public static void Reset()
    {
        Calls.Clear();
        Processes.Clear();
        Memory = (Total: 80UL << 30, Free: 77UL << 30, Used: 3UL << 30);
        (InitAnswer, MemoryAnswer, ProcessesAnswer, ProcessSize) = (Success, Success, Success, 24);
    }

    [UnmanagedCallersOnly]
    private static int DriverInit(uint flags) => flags == 0 ? Success : 1;

    // The device's own number is not its ordinal here, so that a mix-up shows.
    [UnmanagedCallersOnly]
    private static int DriverDevice(int* device, int ordinal)
    {
        *device = ordinal + 7;
        return ordinal < 2 ? Success : 101;
    }

    [UnmanagedCallersOnly]
    private static int DriverBusId(byte* text, int length, int device)
    {
        var bytes = Encoding.ASCII.GetBytes((device == 7 ? BusId : "0000:FF:00.0") + "\0");
        if (bytes.Length > length)
        {
            return 1;
        }

        bytes.CopyTo(new Span<byte>(text, length));
        return Success;
    }

    [UnmanagedCallersOnly]
    private static int Init()
    {
        Calls.Add("init");
        return InitAnswer;
    }

    [UnmanagedCallersOnly]
    private static int Find(byte* busId, nint* handle)
    {
        Calls.Add("find");
        *handle = Handle;
        return Marshal.PtrToStringUTF8((nint)busId) == BusId ? Success : 6;
    }

    [UnmanagedCallersOnly]
    private static int GetMemory(nint handle, ulong* memory)
    {
        Calls.Add("memory");
        (memory[0], memory[1], memory[2]) = Memory;
        return handle == Handle ? MemoryAnswer : 2;
    }

    [UnmanagedCallersOnly]
    private static int GetProcesses(nint handle, uint* count, byte* infos)
    {
        Calls.Add("processes");
        var capacity = *count;
        *count = (uint)Processes.Count;
        if (ProcessesAnswer != Success || handle != Handle)
        {
            return ProcessesAnswer;
        }

        if (capacity < Processes.Count)
        {
            return InsufficientSize;
        }

        for (var index = 0; index < Processes.Count; index++)
        {
            // struct { unsigned int pid; unsigned long long usedGpuMemory; unsigned int gpuInstanceId, computeInstanceId; }
            var at = infos + (index * ProcessSize);
            new Span<byte>(at, ProcessSize).Fill(0xFF);
            Unsafe.WriteUnaligned(at, Processes[index].Id);
            Unsafe.WriteUnaligned(at + 8, Processes[index].Used);
        }

        return Success;
    }

    internal sealed class Exports : Dictionary<string, nint>, INativeExports
    {
        public nint Find(string name) => TryGetValue(name, out var address) ? address : 0;
    }
}
