namespace AslTutorial.Web.Notebooks;

/// <summary>What came of a restart.</summary>
/// <param name="Before">The process that was.</param>
/// <param name="After">The process that is, as soon as it is ready; null where the restart was refused or did not come about.</param>
/// <param name="Message">Why not, in the reader's language.</param>
public sealed record KernelRestart(KernelState Before, KernelState? After, string? Message);
