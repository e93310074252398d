namespace AslTutorial.Lessons.Prose;

/// <summary>What may follow ":::".</summary>
internal static class ComponentNames
{
    public const string Cell = "cell";
    public const string Exercise = "exercise";
    public const string Widget = "widget";
    public const string Training = "training";
    public const string Restart = "restart";
    public const string Predict = "predict";
    public const string Figure = "figure";
    public const string Reveal = "reveal";
    public const string Solution = "solution";
    public const string After = "after";
    public const string Predictions = "predictions";
    public const string OwnRun = "own-run";
    public const string Confusion = "confusion";
    public const string Inside = "inside";
    public const string Data = "data";

    public static IReadOnlyList<string> Components { get; } =
        [Cell, Exercise, Widget, Training, Restart, Predict, Figure, Reveal, Solution, After, Predictions, OwnRun, Confusion, Inside];

    /// <summary>Those that are there once and have no id.</summary>
    public static IReadOnlyList<string> Single { get; } = [Restart, Predictions, OwnRun, Confusion, Inside];

    /// <summary>Those that are prose themselves.</summary>
    public static IReadOnlyList<string> Prose { get; } = ["note", "tip", "warning", Data];
}
