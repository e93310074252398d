namespace AslTutorial.Web.Health;

/// <param name="Kind">"sign-mnist" or "synthetic".</param>
internal sealed record DataSetHealth(string Kind, int TrainRows, int ValidRows);
