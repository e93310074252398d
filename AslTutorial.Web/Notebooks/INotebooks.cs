using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Notebooks;

/// <summary>
/// The learners' notebooks: one for each learner and lesson, with what was typed, what was run and what came of it.
/// Every method may be called from any thread; two tabs of a learner share the notebook.
/// </summary>
public interface INotebooks
{
    /// <summary>The notebook as it is; an empty one for a learner who has not begun.</summary>
    Task<NotebookState> OpenAsync(string learner, string lesson, CancellationToken cancel);

    /// <summary>Keeps what was typed in a parameter or a gap.</summary>
    /// <param name="text">As typed; null takes it back to the default, or to an empty gap.</param>
    /// <returns>What is wrong with it, in the reader's language, or null. A faulty value is kept and not used.</returns>
    Task<string?> SetValueAsync(string learner, string lesson, string cell, string name, string? text, CancellationToken cancel);

    /// <summary>What is wrong with a kept value, in the reader's language, or null; also for what no program reads.</summary>
    string? FaultOf(string lesson, string cell, string name, string text);

    /// <summary>Runs a cell with the current values and keeps what comes of it. One at a time for each notebook; more wait.</summary>
    Task<CellExecution> RunAsync(string learner, string lesson, string cell, CancellationToken cancel);

    /// <summary>Interrupts the cell that is running, and drops those that wait.</summary>
    Task InterruptAsync(string learner, string lesson);

    /// <summary>
    /// Replaces the trainer's process by a new one: the counts begin anew, and outputs stay but count as not run.
    /// Refused while the process works for somebody else.
    /// </summary>
    /// <param name="stopTraining">Leave to stop the learner's own running training first.</param>
    Task<KernelRestart> RestartAsync(string learner, string lesson, bool stopTraining, CancellationToken cancel);

    /// <summary>What the trainer's process is doing.</summary>
    Task<KernelState> KernelAsync(CancellationToken cancel);

    /// <summary>Calls back, from any thread, after every change of the notebook, until disposed of.</summary>
    IDisposable Watch(string learner, string lesson, Action changed);
}
