namespace AslTutorial.Web.Health;

/// <param name="Status">"ready" or "not ready".</param>
/// <param name="DataSet">Null until a trainer has loaded it.</param>
internal sealed record Readiness(string Status, DatabaseHealth Database, DataSetHealth? DataSet, IReadOnlyList<TrainerHealth> Trainers);
