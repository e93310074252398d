using AslTutorial.Training.Cells.Engine;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Data;
using AslTutorial.Training.Lessons;
using AslTutorial.Training.Tests.Native;

namespace AslTutorial.Training.Tests.Cells;

/// <summary>Runs cells for tests.</summary>
public abstract class CellTests : IDisposable
{
    private readonly CellRunner _runner = new(TaughtLessons.Programs, TestTorch.Device, new CellRunnerOptions(TimeSpan.FromMinutes(2), 64));

    public void Dispose()
    {
        _runner.Dispose();
        GC.SuppressFinalize(this);
    }

    internal CellResult Run(CellOrder order, SignData? data = null)
    {
        var result = _runner.Run(order, data ?? FewSigns.Data, TestContext.Current.CancellationToken);
        result.Fault.ShouldBeNull();
        return result;
    }

    internal CellFault Refuse(CellOrder order) =>
        _runner.Run(order, FewSigns.Data, TestContext.Current.CancellationToken).Fault.ShouldNotBeNull();

    /// <summary>"KeyError: 'labels'".</summary>
    internal string RunToError(CellOrder order, SignData? data = null)
    {
        var error = Run(order, data).Outputs[^1].Error.ShouldNotBeNull();
        return $"{error.Type}: {error.Message}";
    }

    internal string RunToText(CellOrder order, SignData? data = null) => Text(Run(order, data));

    internal static string Text(CellResult result)
    {
        result.Outputs.ShouldNotContain(output => output.Kind == CellOutputKind.Error);
        return result.Outputs.Single(output => output.Kind == CellOutputKind.Text).Text.ShouldNotBeNull();
    }

    internal static Dictionary<string, CellValue> Facts(CellResult result) =>
        result.Facts.ToDictionary(fact => fact.Name, fact => fact.Value);
}
