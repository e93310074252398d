namespace AslTutorial.Web.Persistence.Condition;

/// <summary>The state of the storage.</summary>
/// <param name="FreeBytes">Null if the system does not tell.</param>
public sealed record StorageCondition(IReadOnlyList<StorageFault> Faults, StorageRoom Room, long? FreeBytes)
{
    public bool HasFaultOf(string probe) => Faults.Any(fault => fault.Probe == probe);
}

/// <summary>A fault of the storage.</summary>
/// <param name="Probe">The probe that found it: folder, write, space, keys or database.</param>
/// <param name="Text">One English sentence: what is wrong and what to do. Without paths, because anyone may read it.</param>
public sealed record StorageFault(string Probe, string Text);
