using System.Text.Json.Serialization;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Exercises;

/// <summary>The damage of an answer that runs without an error: what it does beside what the right one does.</summary>
/// <param name="View">How it is to be shown: one of the lesson's views.</param>
/// <param name="Own">The learner's answer, executed.</param>
/// <param name="Right">What it is compared with, executed with the same seed.</param>
/// <param name="Epochs">Of both; 0 where nothing was trained.</param>
/// <param name="TrainRows">Training images of both; the validation set is shortened in the same proportion.</param>
public sealed record Consequence(
    [property: JsonConverter(typeof(ViewNameConverter))] string View, CellResult Own, CellResult Right, int Epochs, int TrainRows);
