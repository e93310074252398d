namespace AslTutorial.Web.Persistence.Condition;

/// <summary>How the storage is.</summary>
/// <param name="FreeBytes">Null where the system does not say.</param>
public sealed record StorageCondition(IReadOnlyList<StorageFault> Faults, StorageRoom Room, long? FreeBytes)
{
    public bool HasFaultOf(string probe) => Faults.Any(fault => fault.Probe == probe);
}
