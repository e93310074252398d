namespace AslTutorial.Training.Contracts;

/// <summary>Why a trainer cannot train, fit to be shown to anyone.</summary>
/// <param name="Code">One of <see cref="TrainerFaultCodes"/>: the site words it in the reader's language.</param>
/// <param name="Text">One English sentence, without paths of the machine.</param>
public sealed record TrainerFault(string Code, string Text)
{
    /// <summary>With the sentence that belongs to the code.</summary>
    public static TrainerFault Of(string code) => new(code, TrainerFaultCodes.Describe(code));
}

/// <summary>The values of <see cref="TrainerFault.Code"/>; the site has a text for each in both languages.</summary>
public static class TrainerFaultCodes
{
    /// <summary>The trainer's own libtorch is missing or incomplete.</summary>
    public const string TorchMissing = "torch-missing";

    /// <summary>The folder of libraries that the settings name is missing or incomplete.</summary>
    public const string TorchFolder = "torch-folder";

    /// <summary>The system's loader refuses the libraries.</summary>
    public const string TorchUnloadable = "torch-unloadable";

    /// <summary>The named folder's libtorch does not fit the trainer's library.</summary>
    public const string TorchVersion = "torch-version";

    /// <summary>CUDA was asked for and no device can be used.</summary>
    public const string NoCudaDevice = "no-cuda-device";

    /// <summary>CUDA was asked for and the libraries are without it.</summary>
    public const string NoCudaBuild = "no-cuda-build";

    /// <summary>The data set does not fit into the device's memory.</summary>
    public const string DeviceMemory = "device-memory";

    /// <summary>The device was found and cannot compute.</summary>
    public const string DeviceFailed = "device-failed";

    /// <summary>The data set is missing or faulty.</summary>
    public const string Data = "data";

    /// <summary>The site does not find the trainer's program.</summary>
    public const string ProgramMissing = "program-missing";

    /// <summary>The site finds the trainer's program and cannot start it.</summary>
    public const string ProgramUnstartable = "program-unstartable";

    /// <summary>The trainer's process ended by itself after an error of its device.</summary>
    public const string DeviceLost = "device-lost";

    /// <summary>The trainer's process ended and nobody had asked it to.</summary>
    public const string Ended = "ended";

    /// <summary>The trainer does not answer, or no longer comes on with its run; the site replaces it.</summary>
    public const string Hung = "hung";

    /// <summary>A trainer of another version gives a reason that this site has no text for.</summary>
    public const string Unknown = "unknown";

    private static readonly Dictionary<string, string> Sentences = new(StringComparer.Ordinal)
    {
        [TorchMissing] = "The trainer's libtorch is missing or incomplete; build the project on its machine again.",
        [TorchFolder] = "The folder of torch libraries that the settings name is missing or incomplete.",
        [TorchUnloadable] = "Torch's libraries cannot be loaded on the trainer's machine.",
        [TorchVersion] = "The named folder's libtorch does not fit the version that the trainer was built for.",
        [NoCudaDevice] = "CUDA was asked for and no CUDA device can be used.",
        [NoCudaBuild] = "CUDA was asked for and the trainer's libtorch is built without it.",
        [DeviceMemory] = "The device has not enough free memory for the data set.",
        [DeviceFailed] = "The device was found and cannot compute.",
        [Data] = "The data set is missing or faulty.",
        [ProgramMissing] = "The trainer's program was not found.",
        [ProgramUnstartable] = "The trainer's program could not be started.",
        [DeviceLost] = "The trainer has ended after an error of its device and is started again.",
        [Ended] = "The trainer has ended unexpectedly and is started again.",
        [Hung] = "The trainer does not respond any more and is replaced by a new one.",
        [Unknown] = "The trainer cannot train; its output says why.",
    };

    /// <summary>Every code.</summary>
    public static IReadOnlyCollection<string> All => Sentences.Keys;

    /// <summary>The English sentence of a code; that of <see cref="Unknown"/> for any other text.</summary>
    public static string Describe(string? code) => Sentences.GetValueOrDefault(code ?? Unknown, Sentences[Unknown]);
}
