namespace AslTutorial.Lessons.Content;

/// <summary>A lesson in one language as its files were at one time.</summary>
/// <param name="Stamp">Names that time.</param>
/// <param name="Parsed">The newest version without a fault; null where there has been none.</param>
/// <param name="Faults">Those of the files now.</param>
internal sealed record LessonVersion(string Stamp, ParsedLesson? Parsed, IReadOnlyList<LessonFault> Faults);
