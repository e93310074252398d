using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Runs;

/// <summary>A repeat compared with its original: all numbers of all epochs that both have, except times.</summary>
/// <param name="Of">The original run.</param>
/// <param name="Compared">Number of epochs that both have.</param>
/// <param name="FirstDifference">The first epoch whose numbers differ, counted from 0; null where none does.</param>
/// <param name="SameSettings">Whether both have the same settings, steering included.</param>
/// <param name="SameDevice">Whether each epoch ran on the same device with as many threads: else rounding differs.</param>
public sealed record RunRepeat(Guid Of, int Compared, int? FirstDifference, bool SameSettings, bool SameDevice)
{
    /// <summary>Null if there is no epoch to compare yet.</summary>
    public bool? IsExact => Compared == 0 ? null : FirstDifference is null;

    public static RunRepeat Compare(RunView repeat, RunView original)
    {
        var pairs = repeat.Epochs.Zip(original.Epochs).ToList();
        var difference = pairs.FindIndex(pair => Untimed(pair.First) != Untimed(pair.Second));
        return new(
            original.Id,
            pairs.Count,
            difference < 0 ? null : difference,
            repeat.Settings with { Epochs = 0 } == original.Settings with { Epochs = 0 },
            pairs.TrueForAll(pair => pair.First.Device == pair.Second.Device));
    }

    private static EpochResult Untimed(EpochResult epoch) => epoch with { Seconds = 0, TrainSeconds = 0, Device = "" };
}
