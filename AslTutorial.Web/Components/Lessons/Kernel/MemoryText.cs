using AslTutorial.Training.Contracts;
using AslTutorial.Web.Resources;
using Microsoft.Extensions.Localization;

namespace AslTutorial.Web.Components.Lessons.Kernel;

/// <summary>A memory size, rounded to 10 MiB so that it does not flicker.</summary>
internal static class MemoryText
{
    private const double Mebi = 1 << 20;

    public static string Of(long bytes, IStringLocalizer<LessonTexts> texts) => texts["Size.Mebi", Rounded(bytes)];

    /// <summary>The process's memory on a card; if unknown, the memory used by all programs and the card's total.</summary>
    public static string Of(CardMemory card, IStringLocalizer<LessonTexts> texts) =>
        card.OwnBytes is { } own ? Of(own, texts) : texts["Size.MebiOf", Rounded(card.UsedBytes), Rounded(card.TotalBytes)];

    private static double Rounded(long bytes) => Math.Round(bytes / Mebi / 10) * 10;
}
