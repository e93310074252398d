namespace AslTutorial.Training.Contracts;

/// <summary>Why a trainer cannot train, fit to be shown to anyone.</summary>
/// <param name="Code">One of <see cref="TrainerFaultCodes"/>: the site words it in the reader's language.</param>
/// <param name="Text">One English sentence, without paths of the machine.</param>
public sealed record TrainerFault(string Code, string Text)
{
    /// <summary>With the sentence that belongs to the code.</summary>
    public static TrainerFault Of(string code) => new(code, TrainerFaultCodes.Describe(code));
}
