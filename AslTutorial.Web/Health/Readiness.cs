using AslTutorial.Web.Persistence.Condition;

namespace AslTutorial.Web.Health;

/// <param name="Status">"ready" or "not ready".</param>
/// <param name="Storage">Faults of the storage and what to do; empty if there are none.</param>
/// <param name="FreeMegabytes">Free on the storage folder's disk; null if the system does not tell.</param>
/// <param name="KeptMegabytes">The space that the site uses in all.</param>
/// <param name="DataSet">Null until a trainer has loaded it.</param>
internal sealed record Readiness(
    string Status,
    DatabaseHealth Database,
    IReadOnlyList<StorageFault> Storage,
    long? FreeMegabytes,
    long KeptMegabytes,
    DataSetHealth? DataSet,
    IReadOnlyList<TrainerHealth> Trainers);

internal sealed record DatabaseHealth(bool Ok);

/// <param name="Kind">"sign-mnist" or "synthetic".</param>
internal sealed record DataSetHealth(string Kind, int TrainRows, int ValidRows);

internal sealed record Liveness(string Status);
