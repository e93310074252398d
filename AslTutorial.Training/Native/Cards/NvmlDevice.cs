using System.Runtime.InteropServices;
using System.Text;

namespace AslTutorial.Training.Native.Cards;

/// <summary>A card as NVIDIA's management library knows it (nvml.h). Nothing is thrown: what cannot be read is null.</summary>
internal sealed unsafe class NvmlDevice
{
    /// <summary>NVML_ERROR_INSUFFICIENT_SIZE.</summary>
    private const int InsufficientSize = 7;

    /// <summary>NVML_VALUE_NOT_AVAILABLE, as all of Windows's own driver model says.</summary>
    private const ulong NotAvailable = ulong.MaxValue;

    private const int MostProcesses = 4096;

    private readonly delegate* unmanaged<nint, Memory*, int> _getMemory;
    private readonly delegate* unmanaged<nint, uint*, byte*, int> _getProcesses;
    private readonly nint _handle;

    private NvmlDevice(INativeExports library, nint handle)
    {
        _getMemory = (delegate* unmanaged<nint, Memory*, int>)library.Find("nvmlDeviceGetMemoryInfo");
        _getProcesses = (delegate* unmanaged<nint, uint*, byte*, int>)library.Find("nvmlDeviceGetComputeRunningProcesses_v3");
        _handle = handle;
    }

    /// <summary>Starts the library and finds the card by its place on the bus; null where either fails.</summary>
    public static NvmlDevice? Find(INativeExports library, string busId)
    {
        var init = (delegate* unmanaged<int>)library.Find("nvmlInit_v2");
        var find = (delegate* unmanaged<byte*, nint*, int>)library.Find("nvmlDeviceGetHandleByPciBusId_v2");
        if (init is null || find is null || init() != 0)
        {
            return null;
        }

        nint handle;
        fixed (byte* text = Encoding.ASCII.GetBytes(busId + "\0"))
        {
            return find(text, &handle) == 0 ? new(library, handle) : null;
        }
    }

    /// <summary>Bytes in use by all, and bytes in all.</summary>
    public (long Used, long Total)? ReadMemory()
    {
        Memory memory;
        return _getMemory is not null && _getMemory(_handle, &memory) == 0 && memory.Total is > 0 and <= long.MaxValue && memory.Used <= memory.Total
            ? ((long)memory.Used, (long)memory.Total)
            : null;
    }

    /// <summary>Bytes in use by a process that is known to compute on this card.</summary>
    public long? ReadProcessMemory(int processId)
    {
        if (_getProcesses is null || ReadProcesses() is not { } processes)
        {
            return null;
        }

        // In a container NVML lists processes by the host's ids; if there is only one it must be this one.
        var own = processes.FindIndex(process => process.Id == (uint)processId);
        var found = own >= 0 ? processes[own] : processes.Count == 1 ? processes[0] : default;
        return found.UsedBytes is > 0 and not NotAvailable and <= long.MaxValue ? (long)found.UsedBytes : null;
    }

    private List<ProcessInfo>? ReadProcesses()
    {
        // Drivers 535.43 to 535.86 write 8 bytes more for each process than all others: there has to be room for them.
        const int Room = 32;
        uint capacity = 64;
        while (capacity <= MostProcesses)
        {
            var count = capacity;
            var buffer = new byte[capacity * Room];
            fixed (byte* first = buffer)
            {
                switch (_getProcesses(_handle, &count, first))
                {
                    case 0 when count <= capacity:
                        return [.. MemoryMarshal.Cast<byte, ProcessInfo>(buffer)[..(int)count]];
                    case InsufficientSize:
                        // NVML says how many there are; the loop repeats in case more start before the next call.
                        capacity = Math.Max(capacity, count) * 2;
                        break;
                    default:
                        return null;
                }
            }
        }

        return null;
    }

    /// <summary>nvmlMemory_t.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Memory
    {
        public ulong Total;
        public ulong Free;
        public ulong Used;
    }

    /// <summary>nvmlProcessInfo_v2_t, which the function's third version fills in: 24 bytes.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct ProcessInfo
    {
        public uint Id;
        public ulong UsedBytes;
        public uint GpuInstance;
        public uint ComputeInstance;
    }
}
