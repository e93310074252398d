using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Native;

/// <summary>
/// Loads libtorch and TorchSharp's library itself, before TorchSharp would. TorchSharp's own way, when it fails, copies
/// half a gigabyte, prints a text that blames a missing package, and throws; here it never gets that far.
/// </summary>
internal sealed class NativeLoader
{
    // 2 is the level "error". NNPACK warns at each float64 convolution that it does not support the processor.
    private const int ErrorsOnly = 2;

    private readonly Dictionary<string, nint> _handles = new(StringComparer.Ordinal);

    private NativeLoader()
    {
    }

    /// <summary>Whether CUDA's part of libtorch was among the libraries.</summary>
    public bool HasCuda => _handles.ContainsKey("torch_cuda");

    /// <summary>Loads everything, once for the process.</summary>
    /// <exception cref="TorchUnavailableException">A library cannot be loaded.</exception>
    public static NativeLoader Load(NativeFolders folders, Assembly torchSharp)
    {
        var loader = new NativeLoader();
        foreach (var library in NativeFile.LoadOrder)
        {
            var path = Path.Combine(folders.Libraries, NativeFile.Name(library));
            if (File.Exists(path))
            {
                loader._handles[library] = LoadLibrary(path, folders);
            }
        }

        loader.SilenceWarnings();
        loader._handles[NativeFile.Binding] = LoadBinding(folders);

        // TorchSharp resolves its calls by the first name and its start by the second. Without the first the
        // runtime would try, at every function's first call, all the places where it expects the library.
        NativeLibrary.SetDllImportResolver(torchSharp, (name, _, _) => loader._handles.GetValueOrDefault(name));
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => loader._handles.GetValueOrDefault(name);
        return loader;
    }

    /// <summary>The address of an exported symbol; 0 where there is none.</summary>
    public nint FindExport(string library, string symbol) =>
        _handles.TryGetValue(library, out var handle) && NativeLibrary.TryGetExport(handle, symbol, out var address) ? address : 0;

    private static nint LoadBinding(NativeFolders folders)
    {
        // A named folder may hold another version, which lacks functions that are called only much later.
        Func<string, nint> load = folders.IsOwn ? NativeLibrary.Load : EagerLibrary.Load;
        try
        {
            return load(folders.Binding);
        }
        catch (DllNotFoundException fault) when (OperatingSystem.IsLinux() && LibstdcxxFix.Explains(fault.Message))
        {
            return LoadFixed(folders, load);
        }
        catch (Exception fault) when (fault is DllNotFoundException or BadImageFormatException)
        {
            throw folders.IsOwn ? Unloadable(folders.Binding, fault, "build the project again") : OtherVersion(folders, folders.Binding, fault);
        }
    }

    private static nint LoadFixed(NativeFolders folders, Func<string, nint> load)
    {
        var path = folders.Binding;
        byte[] copy;
        try
        {
            copy = LibstdcxxFix.Apply(File.ReadAllBytes(path));
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw Unloadable(path, fault, "install the libstdc++ of GCC 13 or newer (GLIBCXX_3.4.32)");
        }

        try
        {
            return MemoryFile.LoadLibrary(Path.GetFileName(path), copy, load);
        }
        catch (Exception fault) when (fault is DllNotFoundException or IOException or UnauthorizedAccessException)
        {
            throw !folders.IsOwn && fault is DllNotFoundException
                ? OtherVersion(folders, folders.Binding, fault)
                : Unloadable(path, fault, "install the libstdc++ of GCC 13 or newer (GLIBCXX_3.4.32)");
        }
    }

    private static nint LoadLibrary(string path, NativeFolders folders)
    {
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (Exception fault) when (fault is DllNotFoundException or BadImageFormatException)
        {
            if (!folders.IsOwn)
            {
                throw OtherVersion(folders, path, fault);
            }

            throw Unloadable(path, fault, OperatingSystem.IsWindows()
                ? "install the Microsoft Visual C++ runtime (x64)"
                : "the trainer needs Linux x64 with glibc 2.34 or newer, Windows x64 or macOS arm64");
        }
    }

    private static TorchUnavailableException Unloadable(string path, Exception fault, string remedy) =>
        new(TrainerFault.Of(TrainerFaultCodes.TorchUnloadable), $"Torch cannot be loaded: {path}: {LoaderReason.Shorten(fault.Message, path)}; {remedy}.", fault);

    private static TorchUnavailableException OtherVersion(NativeFolders folders, string path, Exception fault)
    {
        var (found, built) = (LibtorchVersion.Of(folders.Libraries), LibtorchVersion.OfBinding);
        return new(
            new(TrainerFaultCodes.TorchVersion, $"The named folder holds libtorch {found}, which does not fit the {built} that the trainer was built for."),
            $"Torch cannot be loaded: the folder {folders.Libraries} holds libtorch of {(found == LibtorchVersion.Unknown ? found : $"version {found}")}, and TorchSharp's library was built for {built} "
            + $"({Path.GetFileName(path)}: {LoaderReason.Shorten(fault.Message, path)}); name a folder with a complete libtorch {built}.",
            fault);
    }

    private unsafe void SilenceWarnings()
    {
        if (Environment.GetEnvironmentVariable("TORCH_CPP_LOG_LEVEL") is null
            && _handles.TryGetValue("c10", out var c10)
            && NativeLibrary.TryGetExport(c10, "FLAGS_caffe2_log_level", out var level))
        {
            *(int*)level = ErrorsOnly;
        }
    }
}
