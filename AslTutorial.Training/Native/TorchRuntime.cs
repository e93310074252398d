using System.Reflection;
using System.Runtime.CompilerServices;
using AslTutorial.Training.Contracts;
using TorchSharp;

namespace AslTutorial.Training.Native;

/// <summary>The way in to torch: nothing may touch TorchSharp before <see cref="Load"/> has returned.</summary>
internal static class TorchRuntime
{
    private static readonly Lock Gate = new();
    private static NativeLoader? _loader;
    private static NativeFolders? _folders;
    private static CardView? _card;

    /// <summary>Loads torch, once for the process, and chooses the device.</summary>
    /// <exception cref="TorchUnavailableException">Torch, or the device asked for, cannot be used here.</exception>
    public static TorchDevice Load(TorchOptions options)
    {
        lock (Gate)
        {
            var named = options.Libraries ?? Environment.GetEnvironmentVariable(TorchOptions.LibrariesVariable);
            var folders = NativeFolders.Find(string.IsNullOrWhiteSpace(named) ? null : named, AppContext.BaseDirectory);
            if (_loader is null)
            {
                ProcessTuning.Apply();
                _card = options.Device.Index is { } index ? CardView.Narrow(index) : null;
                _loader = NativeLoader.Load(folders, GetTorchSharp());
                _folders = folders;
                StartTorchSharp(folders);
            }
            else if (_folders != folders)
            {
                throw new TorchUnavailableException(
                    TrainerFault.Of(TrainerFaultCodes.TorchUnloadable),
                    $"Torch is loaded from {_folders!.Libraries} already; another folder needs another process.");
            }
            else if (options.Device.Index is { } other && other != _card?.Asked)
            {
                throw new TorchUnavailableException(
                    TrainerFault.Of(TrainerFaultCodes.NoCudaDevice), "Torch is loaded already; another card needs another process.");
            }

            var device = ChooseDevice(options, _loader);
            if (device.IsCuda)
            {
                CudnnChoice.SetDeterministic(options.Deterministic);
            }

            return device;
        }
    }

    /// <summary>The address of what a library of libtorch exports, itself or through what it depends on; 0 where there is none.</summary>
    public static nint FindExport(string library, string symbol)
    {
        lock (Gate)
        {
            return _loader?.FindExport(library, symbol) ?? 0;
        }
    }

    // A separate method, so that compiling the caller does not run TorchSharp's static constructor.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Assembly GetTorchSharp() => typeof(torch).Assembly;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StartTorchSharp(NativeFolders folders)
    {
        if (!folders.IsOwn)
        {
            KeepFromLoadingOwnCopy();
        }

        torch.InitializeDeviceType(DeviceType.CPU);
        torch.set_num_interop_threads(1);
    }

    /// <summary>
    /// Asked to prepare the CPU, TorchSharp loads "torch_cpu" by name, which would find the application's own copy beside
    /// the one that was loaded from the named folder; two copies of libtorch abort the process. So it is told that it has
    /// done this already, as is the case.
    /// </summary>
    private static void KeepFromLoadingOwnCopy()
    {
        var field = typeof(torch).GetField("nativeBackendLoaded", BindingFlags.NonPublic | BindingFlags.Static)
            ?? throw new TorchUnavailableException(
                TrainerFault.Of(TrainerFaultCodes.TorchUnloadable),
                "This version of TorchSharp cannot use a folder of libraries; leave that setting out.");
        field.SetValue(null, true);
    }

    private static TorchDevice ChooseDevice(TorchOptions options, NativeLoader loader)
    {
        if (loader.HasCuda && options.Device.Index is not null && _card is { Entry: null } missing)
        {
            throw new TorchUnavailableException(TrainerFault.Of(TrainerFaultCodes.NoCudaDevice), missing.Fault);
        }

        var useCuda = options.Device.Kind != DeviceKind.Cpu && IsCudaAvailable(loader);
        if (options.Device.Kind == DeviceKind.Cuda && !useCuda)
        {
            throw new TorchUnavailableException(
                TrainerFault.Of(loader.HasCuda ? TrainerFaultCodes.NoCudaDevice : TrainerFaultCodes.NoCudaBuild),
                loader.HasCuda
                ? "CUDA was asked for and no CUDA device can be used; check NVIDIA's driver, or choose the device auto or cpu."
                : "CUDA was asked for and this build of libtorch has none; build with -p:TorchBackend=cuda, name a folder of CUDA libraries, or choose the device auto or cpu.");
        }

        var threads = options.Threads ?? ThreadCount.Default;

        // On a CPU the threads divide the batch among themselves (Loop/Pieces), so torch itself uses one per operation.
        torch.set_num_threads(useCuda ? threads : 1);
        return useCuda
            ? new(torch.CUDA, CardInfo(options.Device, threads))
            : new(torch.CPU, DeviceInfo.Cpu(threads));
    }

    private static DeviceInfo CardInfo(DeviceChoice choice, int threads)
    {
        var cards = choice.Index is null ? torch.cuda.device_count() : _card?.Cards;
        return new("cuda", CudaDeviceName.Get(), threads, choice.Index ?? 0, cards);
    }

    private static bool IsCudaAvailable(NativeLoader loader) => loader.HasCuda && torch.cuda.is_available();
}
