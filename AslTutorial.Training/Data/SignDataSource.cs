using AslTutorial.Training.Contracts;
using AslTutorial.Training.Data.Csv;

namespace AslTutorial.Training.Data;

/// <summary>Loads the data set that the settings name.</summary>
public static class SignDataSource
{
    /// <summary>Loads both sets into memory: 784 bytes an image, about 27 MB for the real ones.</summary>
    /// <param name="options">Which data set, and where its decoded form is kept.</param>
    /// <param name="progress">Gets an English sentence now and then; may be null.</param>
    /// <param name="cancel">Ends the load within some milliseconds.</param>
    /// <exception cref="SignDataException">The data set is missing or faulty.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    public static SignData Load(SignDataOptions options, IProgress<string>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (string.IsNullOrWhiteSpace(options.Directory))
        {
            var w = System.Diagnostics.Stopwatch.StartNew();
            var t = Synthetic.SyntheticHands.Train(Synthetic.SyntheticHands.TrainCount, cancel);
            var v = Synthetic.SyntheticHands.Valid(Synthetic.SyntheticHands.ValidCount, cancel);
            Console.WriteLine(w.Elapsed);
            return new SignData(t, v, new DataSetInfo("synthetic", t.Count, v.Count, SignDataDigest.Of(t, v)));
        }

        var csv = SignCsv.Read(SignFolder.Find(options.Directory, progress), progress, cancel);
        var digest = SignDataDigest.Of(csv.Train, csv.Valid);
        return new SignData(csv.Train, csv.Valid, new DataSetInfo(DataSetInfo.SignMnist, csv.Train.Count, csv.Valid.Count, digest));
    }
}
