using static TorchSharp.torch;

namespace AslTutorial.Training.Models;

/// <summary>
/// The one place that makes generators. TorchSharp 0.107 takes a device for one and ignores it: the generator is always the
/// CPU's, and drawing with it on another device throws. So weights and orders are drawn on the CPU, and are the same
/// everywhere.
/// </summary>
internal static class SeededGenerator
{
    /// <summary>A generator of the CPU; the caller disposes of it.</summary>
    public static Generator Create(long seed) => new((ulong)seed);
}
