using AslTutorial.Lessons.Checking;
using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Prose;

namespace AslTutorial.Lessons.Library;

/// <summary>A lesson in one language as its files were at one time.</summary>
/// <param name="Stamp">Names that time; empty where a file could not be read, which is to be tried again.</param>
/// <param name="Current">What can be read of it; null where there is nothing.</param>
/// <param name="Parsed">The newest version that can be shown; null where there has been none.</param>
/// <param name="Faults">Why the files as they are now cannot be shown; empty where they can.</param>
/// <param name="Whole">The lesson in all languages: looked at for its author alone.</param>
internal sealed record LessonVersion(
    string Stamp, ParsedLesson? Current, ParsedLesson? Parsed, IReadOnlyList<LessonFault> Faults, Lazy<WholeLesson> Whole);
