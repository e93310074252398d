using System.Globalization;
using AslTutorial.Training.Contracts;
using AslTutorial.Training.Data.Cache;
using AslTutorial.Training.Data.Csv;
using AslTutorial.Training.Data.Synthetic;

namespace AslTutorial.Training.Data;

/// <summary>Loads the data set that the settings name.</summary>
public static class SignDataSource
{
    /// <summary>Loads both sets into memory, 784 bytes an image: from the cache, or from the source and then into the cache.</summary>
    /// <param name="options">Which data set, and where its decoded form is kept.</param>
    /// <param name="progress">Gets an English sentence now and then; may be null.</param>
    /// <param name="cancel">Ends the load within some milliseconds.</param>
    /// <exception cref="SignDataException">The data set is missing or faulty.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    public static SignData Load(SignDataOptions options, IProgress<string>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        var cache = new SignDataCache(options.CacheDirectory, progress);
        return string.IsNullOrWhiteSpace(options.Directory)
            ? LoadSyntheticHands(cache, progress, cancel)
            : LoadCsv(options.Directory, cache, progress, cancel);
    }

    private static SignData LoadSyntheticHands(SignDataCache cache, IProgress<string>? progress, CancellationToken cancel)
    {
        var key = CacheKey.OfSyntheticHands();
        if (cache.Read(key) is { } cached)
        {
            return cached;
        }

        progress?.Report(string.Create(CultureInfo.InvariantCulture, $"Drawing {SyntheticHands.TrainCount + SyntheticHands.ValidCount:N0} synthetic hands."));
        var data = Describe(
            DataSetInfo.Synthetic,
            SyntheticHands.Train(SyntheticHands.TrainCount, cancel),
            SyntheticHands.Valid(SyntheticHands.ValidCount, cancel));
        cache.Write(key, data);
        return data;
    }

    private static SignData LoadCsv(string directory, SignDataCache cache, IProgress<string>? progress, CancellationToken cancel)
    {
        var folder = SignFolder.Find(directory, progress);
        var key = CacheKey.Of(folder);
        if (cache.Read(key) is { } cached)
        {
            return cached;
        }

        var csv = SignCsv.Read(folder, progress, cancel);
        var data = Describe(DataSetInfo.SignMnist, csv.Train, csv.Valid);

        // Otherwise files that change while they are read would be cached under their old key.
        if (CacheKey.Of(folder).Identity.AsSpan().SequenceEqual(key.Identity))
        {
            cache.Write(key, data);
        }

        return data;
    }

    private static SignData Describe(string kind, ImageSet train, ImageSet valid) =>
        new(train, valid, new DataSetInfo(kind, train.Count, valid.Count, SignDataDigest.Of(train, valid)));
}

/// <summary>Where the data set comes from.</summary>
/// <param name="Directory">The folder with the two CSV files; null or empty: the synthetic hands drawn by this project.</param>
/// <param name="CacheDirectory">Where the decoded bytes are kept for the next start; made if missing. A folder that cannot be written costs time, never the load.</param>
public sealed record SignDataOptions(string? Directory, string CacheDirectory);
