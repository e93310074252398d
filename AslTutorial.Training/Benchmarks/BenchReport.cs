namespace AslTutorial.Training.Benchmarks;

/// <summary>What the bench command prints.</summary>
/// <param name="Device">For people.</param>
/// <param name="Threads">Compute threads.</param>
/// <param name="BatchSize">Images in a step.</param>
/// <param name="DataKind">Which images.</param>
/// <param name="DataLoadMilliseconds">Loading them the way it went this time, from the cache or not.</param>
/// <param name="CachedDataLoadMilliseconds">Loading them a second time, from the cache.</param>
/// <param name="ToDeviceMilliseconds">Putting them on the device, what is made of them for training included.</param>
/// <param name="FirstStepMilliseconds">The first step of the process, which compiles the scripts.</param>
/// <param name="Step">A training step as runs are trained, in milliseconds.</param>
/// <param name="Ways">The same beside the other ways there are on this device.</param>
/// <param name="Parts">Where a step's time goes if the batch is divided among threads.</param>
/// <param name="TrainSeconds">The training part of an epoch.</param>
/// <param name="ValidSeconds">Its validation.</param>
/// <param name="EpochSeconds">Both.</param>
/// <param name="ReportsPerSecond">Of progress, while it trains.</param>
/// <param name="Layers">Where a step's time goes on a CPU.</param>
internal sealed record BenchReport(
    string Device,
    int Threads,
    int BatchSize,
    string DataKind,
    double DataLoadMilliseconds,
    double CachedDataLoadMilliseconds,
    double ToDeviceMilliseconds,
    double FirstStepMilliseconds,
    Measurement Step,
    IReadOnlyList<StepTime> Ways,
    IReadOnlyList<PartTime> Parts,
    double TrainSeconds,
    double ValidSeconds,
    double EpochSeconds,
    double ReportsPerSecond,
    IReadOnlyList<LayerTime> Layers);

/// <summary>A training step, made in one of the ways there are on this device.</summary>
/// <param name="Way">How.</param>
/// <param name="Milliseconds">Of a step.</param>
/// <param name="ProcessorMilliseconds">Mean of a step: what all threads of the process have computed and spun.</param>
/// <param name="EpochSeconds">An epoch with its validation, where it was measured; the first way's is the report's.</param>
internal sealed record StepTime(string Way, Measurement Milliseconds, double ProcessorMilliseconds, double? EpochSeconds);

/// <summary>A part of a step whose batch is divided: milliseconds of a step, the mean of its threads.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Work">Until a thread is done with it.</param>
/// <param name="Wait">From then until all are.</param>
internal sealed record PartTime(string Name, double Work, double Wait);

/// <summary>Median milliseconds of a part of the training step; null where it has no such direction.</summary>
internal sealed record LayerTime(string Name, double? Forward, double? Backward);
