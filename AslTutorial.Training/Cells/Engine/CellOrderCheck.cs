using System.Globalization;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Course;

namespace AslTutorial.Training.Cells.Engine;

/// <summary>Checks an order against what is known of the lesson's cells, before anything runs.</summary>
internal static class CellOrderCheck
{
    /// <summary>The first fault, or null if the cell can be run.</summary>
    /// <param name="lesson">The order's lesson; null where there is none.</param>
    public static CellFault? Find(CellOrder order, LessonDescription? lesson)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (lesson is null)
        {
            return new(CellFaultCodes.UnknownLesson, $"There is no program for the lesson '{order.Lesson}'.", order.Lesson);
        }

        string[] cells = [.. order.Before ?? [], order.Cell];
        return cells.FirstOrDefault(cell => lesson.Find(cell) is null) is { } unknown
            ? new(CellFaultCodes.UnknownCell, $"There is no program for the cell '{unknown}'.", unknown)
            : order.Arguments.Select(argument => CheckArgument(lesson, argument)).FirstOrDefault(fault => fault is not null)
                ?? FindMissing(order, cells.Select(cell => lesson.Find(cell)!));
    }

    private static CellFault? CheckArgument(LessonDescription lesson, CellArgument argument)
    {
        var subject = $"{argument.Cell}.{argument.Name}";
        var parameter = lesson.Find(argument.Cell)?.Find(argument.Name);
        if (parameter is null)
        {
            return new(CellFaultCodes.UnknownParameter, $"There is no gap or parameter {subject}.", subject);
        }

        if (argument.Value.Text.Length > CellLimits.MaxTextLength)
        {
            return new(CellFaultCodes.OutOfRange, $"{subject} is longer than {CellLimits.MaxTextLength} characters.", subject);
        }

        return parameter.Accepts(argument.Value)
            ? null
            : new(CellFaultCodes.OutOfRange, $"{subject} is {Describe(parameter)}.", subject);
    }

    private static CellFault? FindMissing(CellOrder order, IEnumerable<CellDescription> cells)
    {
        var missing = cells
            .SelectMany(needed => needed.Parameters
                .Where(parameter => parameter is { Default: null, MayBeEmpty: false })
                .Where(parameter => !order.Arguments.Any(given => given.Cell == needed.Id && given.Name == parameter.Name))
                .Select(parameter => $"{needed.Id}.{parameter.Name}"))
            .FirstOrDefault();
        return missing is null ? null : new(CellFaultCodes.MissingValue, $"The gap {missing} is empty.", missing);
    }

    private static string Describe(CellParameter parameter) => parameter.Allowed is { } allowed
        ? $"one of {string.Join(", ", allowed)}"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{(parameter.Default!.Kind == CellValueKind.Integer ? "a whole number" : "a number")} from {parameter.Min} to {parameter.Max}");
}
