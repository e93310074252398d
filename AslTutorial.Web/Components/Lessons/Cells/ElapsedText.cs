using AslTutorial.Web.Resources;
using Microsoft.Extensions.Localization;

namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>A cell's duration in the reader's language.</summary>
internal static class ElapsedText
{
    public static string Of(double milliseconds, IStringLocalizer<LessonTexts> texts) => milliseconds switch
    {
        < 1 => texts["Took.UnderOne"],
        < 1000 => texts["Took.Milliseconds", Math.Round(milliseconds)],
        _ => texts["Took.Seconds", milliseconds / 1000],
    };
}
