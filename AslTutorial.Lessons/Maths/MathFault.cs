namespace AslTutorial.Lessons.Maths;

/// <summary>A formula cannot be read. Never leaves this folder.</summary>
internal sealed class MathFault(string reason) : Exception(reason);
