using System.Globalization;
using AslTutorial.Web.Components.Lessons.Desk;
using AslTutorial.Web.Resources;
using Microsoft.Extensions.Localization;

namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>A cell's name on the page: its number and its id.</summary>
internal static class CellName
{
    /// <summary>"In [5], batch"; "In [ ], batch" before its first run.</summary>
    public static string Of(LessonDesk desk, string cell, IStringLocalizer<LessonTexts> texts) =>
        texts["Cell.OnPage", desk.StateOf(cell).Count?.ToString(CultureInfo.InvariantCulture) ?? "\u00a0", cell];
}
