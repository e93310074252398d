using System.ComponentModel;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Api;

/// <summary>The body of POST /api/runs, as the OpenAPI document shows it; read field by field in <see cref="RunRequestReader"/>.</summary>
internal sealed record RunRequest(
    [property: Description("The net: cnn (the convolutional net of lesson 3) or dense (the net of lesson 2). Default cnn.")] ModelKind? Model,
    [property: Description("Passes over the training set, 1 to 200. Default 20.")] int? Epochs,
    [property: Description("Images in one step, 1 to 1024. Default 32.")] int? BatchSize,
    [property: Description("Adam's step size, 0.000001 to 1. Default 0.001.")] double? LearningRate,
    [property: Description("Seeds the weights, the order of the images and the dropout masks, 0 to 2147483647. Default 1.")] long? Seed,
    [property: Description("Use only this many of the training images, 32 to 1000000; null, the default, for all of them.")] int? TrainLimit,
    [property: Description("The two functions that train and validate: lesson (the lesson's, as they should be) or own (what the learner of the cookie has filled in in the exercises dataset, dataloader and train-validate of lesson cnn, wrong answers included if they run). Default lesson.")] RunFunctions? Functions);
