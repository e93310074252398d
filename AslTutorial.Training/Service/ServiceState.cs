using System.Diagnostics;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Service;

/// <summary>What a trainer says about itself.</summary>
/// <param name="readCard">The card's memory, if there is one.</param>
internal sealed class ServiceState(Func<CardMemory?> readCard)
{
    /// <summary>Of this assembly: another for every change of it, and of the libraries that it is compiled with.</summary>
    private static readonly string Program = typeof(ServiceState).Module.ModuleVersionId.ToString("n");

    private readonly Lock _lock = new();
    private TrainerDescription _description = new(
        Environment.MachineName, Environment.ProcessId, TrainerPhase.Starting, Device: null, DataSet: null, Current: null, Fault: null, MemoryBytes: 0, Program: Program);

    /// <summary>Raised on any thread.</summary>
    public event Action? Changed;

    public TrainerDescription Describe()
    {
        using var process = Process.GetCurrentProcess();
        var memory = process.WorkingSet64;
        var card = readCard();
        lock (_lock)
        {
            return _description with { MemoryBytes = memory, Card = card };
        }
    }

    public void Change(Func<TrainerDescription, TrainerDescription> change)
    {
        lock (_lock)
        {
            _description = change(_description);
        }

        Changed?.Invoke();
    }
}
