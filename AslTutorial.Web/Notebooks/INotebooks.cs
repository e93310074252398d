using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Notebooks;

/// <summary>
/// The learners' notebooks, one for each learner and lesson: values, runs of cells and their results.
/// Every method may be called from any thread; all tabs of a learner share the notebook.
/// </summary>
public interface INotebooks
{
    /// <summary>The current state; empty for a learner who has not begun.</summary>
    Task<NotebookState> OpenAsync(string learner, string lesson, CancellationToken cancel);

    /// <summary>Stores a learner's text in a parameter or gap.</summary>
    /// <param name="text">As typed; null restores the default, or empties a gap.</param>
    /// <returns>The fault in the reader's language, or null. A faulty value is stored but not used.</returns>
    Task<string?> SetValueAsync(string learner, string lesson, string cell, string name, string? text, CancellationToken cancel);

    /// <summary>The fault of a stored value in the reader's language, or null; null too for texts that no program reads.</summary>
    string? FaultOf(string lesson, string cell, string name, string text);

    /// <summary>Runs a cell with the current values and stores the result. One cell at a time in each notebook; others wait.</summary>
    Task<CellExecution> RunAsync(string learner, string lesson, string cell, CancellationToken cancel);

    /// <summary>Stops the running cell and drops the waiting ones.</summary>
    Task InterruptAsync(string learner, string lesson);

    /// <summary>
    /// Replaces the trainer's process: counting starts again, and outputs stay but count as not run.
    /// Refused while the process works for somebody else.
    /// </summary>
    /// <param name="stopTraining">Permission to stop the learner's own running training first.</param>
    Task<KernelRestart> RestartAsync(string learner, string lesson, bool stopTraining, CancellationToken cancel);

    /// <summary>The state of the trainer's process.</summary>
    Task<KernelState> KernelAsync(CancellationToken cancel);

    /// <summary>Calls back after every change, from any thread, until disposed.</summary>
    IDisposable Watch(string learner, string lesson, Action changed);
}
