using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Data;

/// <summary>A data set, decoded and in memory.</summary>
public sealed record SignData(ImageSet Train, ImageSet Valid, DataSetInfo Info);
