using System.ComponentModel.DataAnnotations;

namespace AslTutorial.Web.Looks;

/// <summary>AslTutorial:Looks.</summary>
internal sealed class LookOptions
{
    /// <summary>Limit for the weights and predictions of all runs' epochs, 1.7 MB each; see <see cref="EpochThinning"/> for what is deleted first.</summary>
    [Range(1, 1_000_000)]
    public int KeptMegabytes { get; set; } = 2048;

    /// <summary>How many viewers may wait for a look at once, with one look each.</summary>
    [Range(1, 10_000)]
    public int Waiting { get; set; } = 256;

    /// <summary>Whether the site trains an example net for each lesson, for readers without a run.</summary>
    public bool Example { get; set; } = true;

    /// <summary>How long the trainer must be idle before an example is trained.</summary>
    [Range(0, 600)]
    public int ExampleAfterSeconds { get; set; } = 20;

    /// <summary>How long a trainer may take for a look.</summary>
    [Range(1, 600)]
    public int Seconds { get; set; } = 10;
}
