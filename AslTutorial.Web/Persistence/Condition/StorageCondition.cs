namespace AslTutorial.Web.Persistence.Condition;

/// <summary>The state of the storage.</summary>
/// <param name="FreeBytes">Null if the system does not tell.</param>
public sealed record StorageCondition(IReadOnlyList<StorageFault> Faults, StorageRoom Room, long? FreeBytes)
{
    public bool HasFaultOf(string probe) => Faults.Any(fault => fault.Probe == probe);
}
