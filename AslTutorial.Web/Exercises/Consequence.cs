using System.Text.Json.Serialization;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Exercises;

/// <summary>The effect of a wrong answer that runs without an error, beside the right answer.</summary>
/// <param name="View">The lesson's view that shows it.</param>
/// <param name="Own">The learner's answer, executed.</param>
/// <param name="Right">The right answer, executed with the same seed.</param>
/// <param name="Epochs">Epochs of each; 0 if nothing was trained.</param>
/// <param name="TrainRows">Training images of each; the validation set is reduced in proportion.</param>
public sealed record Consequence(
    [property: JsonConverter(typeof(ViewNameConverter))] string View, CellResult Own, CellResult Right, int Epochs, int TrainRows);
