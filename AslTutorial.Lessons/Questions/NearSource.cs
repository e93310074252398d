using AslTutorial.Lessons.Yaml;

namespace AslTutorial.Lessons.Questions;

/// <summary>A wrong answer of questions.yml with a sentence of its own.</summary>
internal sealed record NearSource(int Line, IReadOnlyList<decimal> Values, LocalText Message);
