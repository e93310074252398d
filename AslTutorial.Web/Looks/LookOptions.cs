using System.ComponentModel.DataAnnotations;

namespace AslTutorial.Web.Looks;

/// <summary>AslTutorial:Looks.</summary>
internal sealed class LookOptions
{
    /// <summary>Room for the weights and predictions of all runs' epochs, 1.7 MB each; <see cref="EpochThinning"/> says what goes first.</summary>
    [Range(1, 1_000_000)]
    public int KeptMegabytes { get; set; } = 2048;

    /// <summary>Viewers whose looks may wait at once, one look each.</summary>
    [Range(1, 10_000)]
    public int Waiting { get; set; } = 256;

    /// <summary>Whether the site trains a net of each lesson for itself, for those who have none yet.</summary>
    public bool Example { get; set; } = true;

    /// <summary>How long the trainer has to be free before that.</summary>
    [Range(0, 600)]
    public int ExampleAfterSeconds { get; set; } = 20;

    /// <summary>How long a trainer may take for one.</summary>
    [Range(1, 600)]
    public int Seconds { get; set; } = 10;
}
