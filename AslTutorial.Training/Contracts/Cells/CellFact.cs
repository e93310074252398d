namespace AslTutorial.Training.Contracts.Cells;

/// <summary>
/// Something a run found out that the listings show elsewhere, such as the shape after a layer. See
/// <see cref="CellFactNames"/>.
/// </summary>
public sealed record CellFact(string Name, CellValue Value);

/// <summary>The names of facts.</summary>
public static class CellFactNames
{
    /// <summary>The shape after the last layer that works, from the first to the last: "25 x 28 x 28", one string a layer.</summary>
    public static string LayerShape(int layer) => $"layer.{layer}.shape";

    /// <summary>The layer that breaks, counted from 0; absent if none does.</summary>
    public const string BrokenLayer = "broken.layer";

    /// <summary>That layer as the model's print names it: "Linear(in_features=600, out_features=512, bias=True)".</summary>
    public const string BrokenLayerPrint = "broken.print";

    /// <summary>What PyTorch says when the layer meets a batch: "RuntimeError: mat1 and mat2 shapes ...".</summary>
    public const string BrokenError = "broken.error";

    /// <summary>How many numbers Flatten really makes of an image.</summary>
    public const string FlattenedSize = "flattened_size";

    /// <summary>Weights that are trained.</summary>
    public const string Parameters = "parameters";

    /// <summary>Different labels in the training set.</summary>
    public const string Classes = "classes";

    /// <summary>The sampler that DataLoader chose for a set, "train" or "valid": RandomSampler or SequentialSampler.</summary>
    public static string Sampler(string set) => $"{set}.sampler";

    /// <summary>The accuracy of the first batch, 0 to 1.</summary>
    public const string FirstAccuracy = "first_accuracy";

    /// <summary>The loss of the first batch.</summary>
    public const string FirstLoss = "first_loss";

    /// <summary>What a function of a short training printed last in an epoch: "train.0.loss", by the function's name.</summary>
    public static string Loss(string function, int epoch) => $"{function}.{epoch}.loss";

    /// <summary>As <see cref="Loss"/>.</summary>
    public static string Accuracy(string function, int epoch) => $"{function}.{epoch}.accuracy";

    /// <summary>Images of the training set that a short training has.</summary>
    public const string TrainCount = "train_N";

    /// <summary>As <see cref="TrainCount"/>, of the validation set.</summary>
    public const string ValidCount = "valid_N";

    /// <summary>
    /// Of the last call of the exercise's "first" or "second" function, whatever its name. The measures: "loss" and
    /// "accuracy" as printed, "images" and "batches" that it walked, "mean_loss" of a batch, "share" of the images that were
    /// classified rightly, and "ceiling", the most that the accuracy could be.
    /// </summary>
    public static string OfFunction(string which, string measure) => $"{which}.{measure}";
}
