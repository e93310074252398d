using System.CommandLine;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Training.Commands;

/// <summary>train: trains without a site.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var defaults = new TrainingSettings();
        var model = new Option<ModelKind>("--model") { Description = "The net.", DefaultValueFactory = _ => defaults.Model };
        var epochs = new Option<int>("--epochs") { Description = "Passes over the training set.", DefaultValueFactory = _ => defaults.Epochs };
        var batchSize = new Option<int>("--batch-size") { Description = "Images in a step.", DefaultValueFactory = _ => defaults.BatchSize };
        var learningRate = RealNumber.Option("--learning-rate", "Adam's step size.", defaults.LearningRate);
        var seed = new Option<long>("--seed") { Description = "Seeds weights, order and dropout.", DefaultValueFactory = _ => defaults.Seed };
        var limit = new Option<int?>("--train-limit") { Description = "Use only so many of the training images." };
        var kernel = new Option<int>("--kernel-size") { Description = "Of the CNN's convolutions.", DefaultValueFactory = _ => CnnOptions.Lesson.KernelSize };
        var dropout = RealNumber.Option("--dropout", "Of the CNN's block 2.", CnnOptions.Lesson.Dropout);
        var headDropout = RealNumber.Option("--head-dropout", "Of its head.", CnnOptions.Lesson.HeadDropout);
        var trainMode = new Option<RecipeMode>("--train-mode") { Description = "What train() sets the net to.", DefaultValueFactory = _ => RecipeMode.Train };
        var validateMode = new Option<RecipeMode>("--validate-mode") { Description = "What validate() sets it to.", DefaultValueFactory = _ => RecipeMode.Eval };
        var json = new Option<string?>("--json") { Description = "Write one JSON object a line for every epoch to this file." };
        var weights = new Option<string?>("--weights") { Description = "Write the trained weights to this file (safetensors)." };
        var checkpoints = new Option<string?>("--checkpoint") { Description = "Keep a checkpoint of every epoch in this folder." };
        var resume = new Option<bool>("--resume") { Description = "Go on from the newest checkpoint in that folder." };
        var data = new DataCommandOptions();
        var torch = new TorchCommandOptions();
        var command = new Command("train", "Trains a net, without a site.")
        {
            model, epochs, batchSize, learningRate, seed, limit, kernel, dropout, headDropout, trainMode, validateMode, json, weights, checkpoints, resume,
        };
        data.AddTo(command);
        torch.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(resume) && result.GetValue(checkpoints) is null)
            {
                result.AddError("--resume needs --checkpoint.");
            }
        });
        command.SetAction((result, cancel) =>
        {
            var options = new TrainOptions(
                new(
                    result.GetValue(model),
                    result.GetValue(epochs),
                    result.GetValue(batchSize),
                    result.GetValue(learningRate),
                    result.GetValue(seed),
                    result.GetValue(limit),
                    Recipe(result.GetValue(trainMode), result.GetValue(validateMode)),
                    new CnnOptions(result.GetValue(kernel), result.GetValue(dropout), result.GetValue(headDropout))),
                data.Read(result),
                torch.Read(result),
                result.GetValue(json),
                result.GetValue(weights),
                result.GetValue(checkpoints),
                result.GetValue(resume));
            return CommandFault.GuardAsync(() => TrainSession.Run(options, cancel));
        });
        return command;
    }

    private static TrainingRecipe? Recipe(RecipeMode train, RecipeMode validate)
    {
        var lesson = TrainingRecipe.Lesson;
        var own = lesson with { Learning = lesson.Learning with { Mode = train }, Measuring = lesson.Measuring with { Mode = validate } };
        return own == lesson ? null : own;
    }
}
