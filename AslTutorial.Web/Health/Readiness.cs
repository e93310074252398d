using AslTutorial.Web.Persistence.Condition;

namespace AslTutorial.Web.Health;

/// <param name="Status">"ready" or "not ready".</param>
/// <param name="Storage">What is wrong with what the site keeps, and what to do; none where all is well.</param>
/// <param name="FreeMegabytes">On the storage folder's disk; null where the system does not say.</param>
/// <param name="KeptMegabytes">What the site keeps altogether, in its storage folder.</param>
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
