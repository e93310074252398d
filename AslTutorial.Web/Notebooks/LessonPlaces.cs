using AslTutorial.Lessons;
using AslTutorial.Lessons.Library;
using AslTutorial.Web.Localization;

namespace AslTutorial.Web.Notebooks;

/// <summary>
/// Places of a lesson whose text is kept and that no program reads: answers to its questions, what was opened in it, and
/// the gaps of exercises that the page judges.
/// </summary>
internal sealed class LessonPlaces(LessonLibrary library)
{
    /// <summary>The name of the place where a question is answered.</summary>
    public const string Answer = "answer";

    /// <summary>The name of the place that notes that a question was passed over; any text means that it was.</summary>
    public const string Skipped = "skipped";

    private const string Question = "predict:";
    private const string Reveal = "reveal:";

    /// <summary>What stands for a question where a cell's id would stand.</summary>
    public static string OfQuestion(string question) => Question + question;

    /// <summary>The same for what waits behind a title.</summary>
    public static string OfReveal(string reveal) => Reveal + reveal;

    /// <summary>Whether the lesson has such a place: ("predict:who-shuffles", "answer"), ("predict:who-shuffles", "skipped"), ("reveal:solution-dataset", "open"), ("train-validate", "first_name").</summary>
    public bool Has(string lesson, string cell, string name)
    {
        // Places are the same in every language.
        if (library.Find(lesson, SiteCultures.Default) is not { } found)
        {
            return false;
        }

        if (cell.StartsWith(Question, StringComparison.Ordinal))
        {
            return name is Answer or Skipped && found.Questions.Any(question => cell == OfQuestion(question.Id));
        }

        if (cell.StartsWith(Reveal, StringComparison.Ordinal))
        {
            return name == "open" && found.Sections.SelectMany(section => LessonBlock.Unfold(section.Blocks)).OfType<LessonBlock.Reveal>().Any(reveal => cell == Reveal + reveal.Id);
        }

        return found.Cells.Any(known => known.Id == cell && known.Gaps.Any(gap => gap.Name == name));
    }
}
