using AslTutorial.Web.Resources;
using Microsoft.Extensions.Localization;

namespace AslTutorial.Web.Components.Lessons.Kernel;

/// <summary>A process's memory, as precise as it is steady.</summary>
internal static class MemoryText
{
    private const double Mebi = 1 << 20;

    public static string Of(long bytes, IStringLocalizer<LessonTexts> texts) => texts["Size.Mebi", Math.Round(bytes / Mebi / 10) * 10];
}
