namespace AslTutorial.Web.Notebooks;

/// <summary>What came of a restart.</summary>
/// <param name="Before">The process that was.</param>
/// <param name="After">The process that is, as soon as it is ready; null where the restart was refused or did not come about.</param>
/// <param name="Message">Why not, in the reader's language; with <paramref name="After"/>, what else there is to say.</param>
/// <param name="StopsTraining">Refused because the learner's own training is running: asked again with leave to stop it, it will be done.</param>
public sealed record KernelRestart(KernelState Before, KernelState? After, string? Message, bool StopsTraining = false);
