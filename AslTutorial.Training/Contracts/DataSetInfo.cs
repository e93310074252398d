namespace AslTutorial.Training.Contracts;

/// <summary>The data set a trainer holds.</summary>
/// <param name="Kind">"sign-mnist" (read from the two CSV files) or "synthetic" (drawn by this project).</param>
/// <param name="TrainRows">Images in the training set.</param>
/// <param name="ValidRows">Images in the validation set.</param>
/// <param name="Digest">Hex digest of the decoded pixels and labels: the same data, the same digest.</param>
public sealed record DataSetInfo(string Kind, int TrainRows, int ValidRows, string Digest)
{
    public const string SignMnist = "sign-mnist";
    public const string Synthetic = "synthetic";
}
