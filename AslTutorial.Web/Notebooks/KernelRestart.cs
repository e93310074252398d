namespace AslTutorial.Web.Notebooks;

/// <summary>The answer to a request to restart the kernel.</summary>
/// <param name="Before">The old process.</param>
/// <param name="After">The new process, once it is ready; null if the restart was refused or failed.</param>
/// <param name="Message">Why there is no restart, in the reader's language; with <paramref name="After"/>, a remark.</param>
/// <param name="StopsTraining">Refused because the learner's own training is running: ask again with permission to stop it.</param>
public sealed record KernelRestart(KernelState Before, KernelState? After, string? Message, bool StopsTraining = false);
