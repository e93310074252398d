namespace AslTutorial.Training.Contracts.Looks;

/// <summary>What came of a look.</summary>
/// <param name="File">A safetensors file; empty with a fault, and while the work is not done.</param>
/// <param name="Fault">Why there is none; null with a file.</param>
/// <param name="Done">The share of the work that is done, 1 with a file: below 1 the same order may be given again.</param>
public sealed record LookResult(byte[] File, LookFault? Fault = null, double Done = 1);

/// <summary>Why a look came to nothing.</summary>
/// <param name="Code">One of <see cref="LookFaultCodes"/>.</param>
/// <param name="Text">One English sentence.</param>
public sealed record LookFault(string Code, string Text);

/// <summary>The faults of a look.</summary>
public static class LookFaultCodes
{
    /// <summary>The trainer has not loaded its data yet.</summary>
    public const string NotReady = "not_ready";

    /// <summary>The site does not keep the weights of that epoch.</summary>
    public const string NoWeights = "no_weights";

    /// <summary>There is no such image, layer, map or letter.</summary>
    public const string OutOfRange = "out_of_range";

    public const string Internal = "internal";
}
