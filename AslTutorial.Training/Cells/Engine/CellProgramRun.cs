using System.Diagnostics;
using AslTutorial.Training.Cells.Notebook;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Loop;
using AslTutorial.Training.Native;
using static TorchSharp.torch;

namespace AslTutorial.Training.Cells.Engine;

/// <summary>Runs one cell from nothing, on the calling thread.</summary>
internal static class CellProgramRun
{
    /// <summary>Faults are returned, not thrown.</summary>
    /// <param name="job">Its order has been checked.</param>
    /// <param name="loss">Ends the process where the device is lost.</param>
    public static CellResult Run(CellJob job, TorchDevice device, DeviceLoss? loss) =>
        Run(job.Lesson.Programs[job.Order.Cell](), job, device, loss);

    internal static CellResult Run(Cell cell, CellJob job, TorchDevice device, DeviceLoss? loss)
    {
        var start = Stopwatch.GetTimestamp();
        using var scope = NewDisposeScope();
        using var session = new Session(job.Order, job.Lesson, job.Data, device, job.Cancel);
        CellFault? fault = null;
        CellOutput? error = null;
        try
        {
            session.Run(cell);
        }
        catch (PythonException raised)
        {
            error = CellOutput.Of(raised.ToError());
        }
        catch (CellFaultException refused)
        {
            fault = refused.Fault;
        }
        catch (OperationCanceledException)
        {
            fault = new(CellFaultCodes.Cancelled, $"The cell {cell.Id} was interrupted.", cell.Id);
        }
        catch (Exception lost) when (loss?.Ends(lost) == true)
        {
            // Reached only in tests, which replace the end of the process.
            fault = new(CellFaultCodes.Internal, "The device is lost.", cell.Id);
        }
        catch (Exception memory) when (TorchFaults.IsMemory(memory))
        {
            fault = new(CellFaultCodes.Internal, TorchFaults.Describe(memory, device.IsCuda).Text, cell.Id);
        }
        catch (Exception unexpected)
        {
            fault = new(CellFaultCodes.Internal, $"The program of {cell.Id} failed: {unexpected.Message.Split('\n')[0]}", cell.Id);
        }

        var outputs = error is null ? cell.Outputs : [.. cell.Outputs, error];
        return new(fault is null ? outputs : [], Stopwatch.GetElapsedTime(start).TotalMilliseconds, cell.Facts, fault);
    }
}
