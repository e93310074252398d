namespace AslTutorial.Training.Contracts.Looks;

/// <summary>Bounds of looks.</summary>
public static class LookLimits
{
    /// <summary>Images in one answer of <see cref="LookView.Images"/>.</summary>
    public const int MaxImages = 64;

    /// <summary>Passes of <see cref="LookView.Dropout"/>.</summary>
    public const int MaxPasses = 32;

    /// <summary>The largest answer: all kernels of block 3, of the largest size.</summary>
    public const int MaxFileBytes = 1 << 20;
}
