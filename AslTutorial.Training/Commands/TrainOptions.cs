using AslTutorial.Training.Contracts;
using AslTutorial.Training.Data;
using AslTutorial.Training.Native;

namespace AslTutorial.Training.Commands;

/// <summary>What the train command was asked for.</summary>
/// <param name="Settings">Of the run.</param>
/// <param name="Data">Which images.</param>
/// <param name="Torch">Which device.</param>
/// <param name="Json">The file for a line of JSON an epoch, or null.</param>
/// <param name="Weights">The file for the trained weights, or null.</param>
/// <param name="Checkpoints">The folder for checkpoints, or null.</param>
/// <param name="Resume">Go on from the newest checkpoint there.</param>
internal sealed record TrainOptions(
    TrainingSettings Settings,
    SignDataOptions Data,
    TorchOptions Torch,
    string? Json,
    string? Weights,
    string? Checkpoints,
    bool Resume);
