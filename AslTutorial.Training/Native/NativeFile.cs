namespace AslTutorial.Training.Native;

/// <summary>What the native files are called on an operating system.</summary>
internal static class NativeFile
{
    /// <summary>TorchSharp's own library, the one that its calls go to.</summary>
    public const string Binding = "LibTorchSharp";

    /// <summary>Without these nothing computes, in the order in which they have to be loaded.</summary>
    public static IReadOnlyList<string> Required { get; } = ["c10", "torch_cpu", "torch"];

    /// <summary>
    /// All of libtorch in the order of loading. Those of CUDA come before "torch", which refers to them in a CUDA build.
    /// </summary>
    public static IReadOnlyList<string> LoadOrder { get; } = ["c10", "torch_cpu", "c10_cuda", "torch_cuda", "torch"];

    public static string Name(string library)
    {
        if (OperatingSystem.IsWindows())
        {
            return library + ".dll";
        }

        return "lib" + library + (OperatingSystem.IsMacOS() ? ".dylib" : ".so");
    }

    /// <summary>The folder below "runtimes" for this process, such as "linux-x64".</summary>
    public static string Platform
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
            var processor = System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture;
            return $"{system}-{processor.ToString().ToLowerInvariant()}";
        }
    }
}
