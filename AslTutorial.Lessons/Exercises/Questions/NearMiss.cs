namespace AslTutorial.Lessons.Exercises.Questions;

/// <summary>A wrong answer that the author has foreseen.</summary>
public sealed record NearMiss(IReadOnlyList<decimal> Answer, LocalText Message);
