using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Native;

/// <summary>Where the native files lie.</summary>
/// <param name="Libraries">libtorch itself.</param>
/// <param name="Binding">Full path of TorchSharp's library.</param>
/// <param name="IsOwn">Libraries are the ones that came with the application.</param>
internal sealed record NativeFolders(string Libraries, string Binding, bool IsOwn)
{
    /// <summary>Finds the files.</summary>
    /// <param name="named">A folder named by the user, or null.</param>
    /// <param name="application">The application's own folder.</param>
    /// <exception cref="TorchUnavailableException">Some are missing.</exception>
    public static NativeFolders Find(string? named, string application)
    {
        // A publish for one platform puts the native files beside the application, a build keeps them apart.
        var own = new[] { Path.Combine(application, "runtimes", NativeFile.Platform, "native"), application };
        if (named is not null && !Directory.Exists(named))
        {
            throw new TorchUnavailableException(
                TrainerFault.Of(TrainerFaultCodes.TorchFolder),
                $"The folder of torch libraries {named} does not exist; name one that holds {NativeFile.Name("torch_cpu")}.");
        }

        var libraries = named ?? own.FirstOrDefault(folder => Missing(folder) is null) ?? own[0];
        if (Missing(libraries) is { } missing)
        {
            throw new TorchUnavailableException(
                TrainerFault.Of(named is null ? TrainerFaultCodes.TorchMissing : TrainerFaultCodes.TorchFolder),
                named is null
                ? $"libtorch is not beside the trainer: {Path.Combine(libraries, missing)} is missing; build the project on this machine ({NativeFile.Platform}) again."
                : $"The folder of torch libraries {libraries} lacks {missing}; name a folder with a complete libtorch.");
        }

        var binding = own.Prepend(libraries)
            .Select(folder => Path.Combine(folder, NativeFile.Name(NativeFile.Binding)))
            .FirstOrDefault(File.Exists)
            ?? throw new TorchUnavailableException(
                TrainerFault.Of(TrainerFaultCodes.TorchMissing),
                $"TorchSharp has no native library for this platform ({NativeFile.Platform}) in {own[0]}; it runs on Linux x64, Windows x64 and macOS arm64.");
        return new(Path.GetFullPath(libraries), Path.GetFullPath(binding), named is null);
    }

    private static string? Missing(string folder) => NativeFile.Required
        .Select(NativeFile.Name)
        .FirstOrDefault(file => !File.Exists(Path.Combine(folder, file)));
}
