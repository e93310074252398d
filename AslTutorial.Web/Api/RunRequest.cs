using System.ComponentModel;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Api;

/// <summary>The body of POST /api/runs, as the OpenAPI document shows it; read field by field in <see cref="RunRequestReader"/>.</summary>
internal sealed record RunRequest(
    [property: Description("The slug of the lesson it belongs to, whose page shows it. Default: the lesson of the net.")] string? Lesson,
    [property: Description("The net: cnn (the convolutional net of lesson 3) or dense (the net of lesson 2). Default cnn.")] ModelKind? Model,
    [property: Description("Passes over the training set, 1 to 200. Default 20.")] int? Epochs,
    [property: Description("Images in one step, 1 to 1024. Default 32.")] int? BatchSize,
    [property: Description("Adam's step size, 0.000001 to 1. Default 0.001.")] double? LearningRate,
    [property: Description("Seeds the weights, the order of the images and the dropout masks, 0 to 2147483647. Default 1.")] long? Seed,
    [property: Description("Use only this many of the training images, 32 to 1000000; null, the default, for all of them.")] int? TrainLimit,
    [property: Description("Side of the kernels of the cnn's three convolutions: 1, 3 or 5; 7 leaves the third nothing to slide over. Default 3.")] int? KernelSize,
    [property: Description("What dropout in block 2 of the cnn turns off, 0 to 0.9. Default 0.2.")] double? Dropout,
    [property: Description("The same in the head of the cnn. Default 0.3.")] double? HeadDropout,
    [property: Description("What the first Linear of the cnn expects. Follows from kernelSize: 1875, 675 or 75; any other is refused with what PyTorch says of it.")] int? FlattenedSize,
    [property: Description("The two functions that train and validate: lesson (the lesson's, as they should be) or own (what the learner of the cookie has filled in in the exercises dataset, dataloader and train-validate of lesson cnn, wrong answers included if they run). Default lesson.")] RunFunctions? Functions,
    [property: Description("true: compute it anew, although the same settings, seed, data and program are being computed for somebody, or have been. Default false: such a run shows that computation, see shared and replay.")] bool? Fresh);
