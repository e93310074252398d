using System.ComponentModel;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Api;

/// <summary>The result of running a cell.</summary>
internal sealed record CellRunResult(
    string Cell,
    [property: Description("The n of In [n].")] int? Count,
    [property: Description("In order; an error that Python would raise is the last one.")] IReadOnlyList<CellOutputReply> Outputs,
    [property: Description("What the run found out beside, such as the shape after each layer.")] IReadOnlyDictionary<string, object?> Facts,
    [property: Description("The program's own time.")] double Milliseconds)
{
    public static CellRunResult From(string cell, int? count, CellResult result, Func<CellImage, string> alt) => new(
        cell,
        count,
        [.. result.Outputs.Select(output => CellOutputReply.From(output, alt))],
        result.Facts.GroupBy(fact => fact.Name).ToDictionary(facts => facts.Key, facts => Value(facts.Last().Value)),
        result.Milliseconds);

    private static object? Value(CellValue value) => value.Kind switch
    {
        CellValueKind.Integer => value.Integer,
        CellValueKind.Real => double.IsFinite(value.Real) ? value.Real : null,
        CellValueKind.Boolean => value.Boolean,
        _ => value.Text,
    };
}
