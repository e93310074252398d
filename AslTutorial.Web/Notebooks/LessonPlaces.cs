using AslTutorial.Lessons;
using AslTutorial.Lessons.Library;
using AslTutorial.Web.Localization;

namespace AslTutorial.Web.Notebooks;

/// <summary>
/// Places in a lesson whose text is stored but not read by any program: answers to questions, opened folds, and gaps of exercises
/// that the page judges itself.
/// </summary>
internal sealed class LessonPlaces(LessonLibrary library)
{
    /// <summary>Place name for a question's answer.</summary>
    public const string Answer = "answer";

    /// <summary>Place name for a skipped question; any text there means skipped.</summary>
    public const string Skipped = "skipped";

    private const string Question = "predict:";
    private const string Reveal = "reveal:";

    /// <summary>The cell id under which a question's texts are stored.</summary>
    public static string OfQuestion(string question) => Question + question;

    /// <summary>The same for a fold that a reader opens.</summary>
    public static string OfReveal(string reveal) => Reveal + reveal;

    /// <summary>Whether the lesson has such a place, for example ("predict:who-shuffles", "answer"), ("reveal:solution-dataset", "open") or ("train-validate", "first_name").</summary>
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
