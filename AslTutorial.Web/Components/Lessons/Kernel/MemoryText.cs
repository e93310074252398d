using AslTutorial.Training.Contracts;
using AslTutorial.Web.Resources;
using Microsoft.Extensions.Localization;

namespace AslTutorial.Web.Components.Lessons.Kernel;

/// <summary>A process's memory, as precise as it is steady.</summary>
internal static class MemoryText
{
    private const double Mebi = 1 << 20;

    public static string Of(long bytes, IStringLocalizer<LessonTexts> texts) => texts["Size.Mebi", Rounded(bytes)];

    /// <summary>What the process holds of a card, or where that is unknown, what all programs hold of how much.</summary>
    public static string Of(CardMemory card, IStringLocalizer<LessonTexts> texts) =>
        card.OwnBytes is { } own ? Of(own, texts) : texts["Size.MebiOf", Rounded(card.UsedBytes), Rounded(card.TotalBytes)];

    private static double Rounded(long bytes) => Math.Round(bytes / Mebi / 10) * 10;
}
