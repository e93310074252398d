using System.ComponentModel.DataAnnotations;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Trainers;

/// <summary>AslTutorial:Trainer.</summary>
internal sealed class TrainerOptions
{
    public const int MinKeyLength = 16;

    /// <summary>Whether the site starts a trainer beside itself.</summary>
    public bool Start { get; set; } = true;

    /// <summary>Absolute path of AslTutorial.Training.dll; by default the one built or published with the site.</summary>
    public string? Path { get; set; }

    /// <summary>As <see cref="TrainerDevices"/> reads it: auto, cpu, cuda, a card, or a list.</summary>
    public string Device { get; set; } = "auto";

    /// <summary>Compute threads; by default one core is left to the site.</summary>
    [Range(1, ThreadCount.Max)]
    public int? Threads { get; set; }

    /// <summary>On a GPU: use only algorithms that repeat a run bit for bit.</summary>
    public bool Deterministic { get; set; }

    /// <summary>A folder of libtorch libraries to use instead of the trainer's own.</summary>
    public string? TorchLibraries { get; set; }

    /// <summary>A trainer silent for so long is pinged, and replaced if it does not answer within half that time.</summary>
    [Range(1, 3_600)]
    public int SilenceSeconds { get; set; } = 20;

    /// <summary>A trainer whose run makes no progress for so long is replaced.</summary>
    [Range(1, 86_400)]
    public int StallSeconds { get; set; } = 300;

    /// <summary>The key that trainers on other machines share. Local trainers have a random key instead.</summary>
    public string? Key { get; set; }

    /// <summary>Keys by trainer name, so that one can be revoked: its connection then ends without a restart of the site.</summary>
    public Dictionary<string, string> Keys { get; set; } = new(StringComparer.Ordinal);
}
