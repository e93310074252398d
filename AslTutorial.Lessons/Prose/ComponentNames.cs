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
    public const string Data = "data";

    public static IReadOnlyList<string> Components { get; } = [Cell, Exercise, Widget, Training, Restart, Predict, Figure, Reveal, Solution];

    /// <summary>Those that are there once and have no id.</summary>
    public static IReadOnlyList<string> Single { get; } = [Training, Restart];

    /// <summary>Those that are prose themselves.</summary>
    public static IReadOnlyList<string> Prose { get; } = ["note", "tip", "warning", Data];
}
