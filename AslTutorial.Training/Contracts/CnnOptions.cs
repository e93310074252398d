namespace AslTutorial.Training.Contracts;

/// <summary>What a learner may change in the lesson's CNN. The defaults are the lesson's.</summary>
/// <param name="KernelSize">Of the three convolutions; one of <see cref="NetShape.KernelSizes"/>.</param>
/// <param name="Dropout">The share that dropout in block 2 turns off.</param>
/// <param name="HeadDropout">The same in the head.</param>
public sealed record CnnOptions(int KernelSize = NetShape.LessonKernel, double Dropout = 0.2, double HeadDropout = 0.3)
{
    /// <summary>The lesson's net.</summary>
    public static CnnOptions Lesson { get; } = new();
}
