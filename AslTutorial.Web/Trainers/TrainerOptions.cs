using System.ComponentModel.DataAnnotations;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Trainers;

/// <summary>AslTutorial:Trainer.</summary>
internal sealed class TrainerOptions
{
    public const int MinKeyLength = 16;

    /// <summary>Whether the site starts a trainer beside itself.</summary>
    public bool Start { get; set; } = true;

    /// <summary>The trainer's AslTutorial.Training.dll, as an absolute path; by default the one built or published with the site.</summary>
    public string? Path { get; set; }

    /// <summary>As <see cref="TrainerDevices"/> reads it: auto, cpu, cuda, a card, or a list.</summary>
    public string Device { get; set; } = "auto";

    /// <summary>Compute threads; by default the trainers leave one core to the site.</summary>
    [Range(1, ThreadCount.Max)]
    public int? Threads { get; set; }

    /// <summary>On a GPU: use only algorithms that repeat a run bit for bit.</summary>
    public bool Deterministic { get; set; }

    /// <summary>A folder of libtorch's libraries to use instead of the trainer's own.</summary>
    public string? TorchLibraries { get; set; }

    /// <summary>After so long without a word a trainer is asked, and half as long after that without an answer it is replaced.</summary>
    [Range(1, 3_600)]
    public int SilenceSeconds { get; set; } = 20;

    /// <summary>A trainer whose run has not come on by a batch for so long is replaced.</summary>
    [Range(1, 86_400)]
    public int StallSeconds { get; set; } = 300;

    /// <summary>What trainers on other machines show to be let in, if they share one. The site's own have a key made at each start.</summary>
    public string? Key { get; set; }

    /// <summary>The same for each by its name, so that one can be taken away: that ends its connection, without a new start.</summary>
    public Dictionary<string, string> Keys { get; set; } = new(StringComparer.Ordinal);
}
