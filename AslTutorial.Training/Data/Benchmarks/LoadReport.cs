namespace AslTutorial.Training.Data.Benchmarks;

/// <summary>The time of each load, in the order they were taken.</summary>
/// <param name="Processors">Cores this process may use.</param>
/// <param name="TrainRows">Images in the training set.</param>
/// <param name="ValidRows">Images in the validation set.</param>
/// <param name="Csv">Both plain files, decoded.</param>
/// <param name="CsvGz">Both gzipped files, decompressed and decoded.</param>
/// <param name="Cache">Both sets from the cache, its checksum verified.</param>
/// <param name="Synthetic">Drawing the synthetic hands, once; null where it was not asked for.</param>
internal sealed record LoadReport(
    int Processors,
    int TrainRows,
    int ValidRows,
    IReadOnlyList<LoadTime> Csv,
    IReadOnlyList<LoadTime> CsvGz,
    IReadOnlyList<LoadTime> Cache,
    LoadTime? Synthetic);

/// <summary>How long a load took.</summary>
/// <param name="Milliseconds">On the clock.</param>
/// <param name="CpuMilliseconds">Of all the process's threads together: what a busy machine cannot stretch.</param>
internal readonly record struct LoadTime(double Milliseconds, double CpuMilliseconds);
