namespace AslTutorial.Training.Native.Graphs;

/// <summary>
/// Records with libtorch's own CUDAGraph, on a stream of its own. A C++ exception cannot be caught here and would end the
/// process: so whether these functions do what they are taken for is tried in another process first
/// (<see cref="GraphTrial"/>), and a recording that has gone wrong is not handed back to libtorch.
/// </summary>
/// <param name="symbols">libtorch's functions.</param>
/// <param name="synchronize">Waits for the device.</param>
/// <param name="log">Told once why steps are not recorded.</param>
internal sealed unsafe class CudaGraphs(CudaGraphSymbols symbols, Action synchronize, IProgress<string> log) : ICudaGraphs
{
    private const int OrdinarySteps = 3;
    private const sbyte Device = 0;

    /// <summary>cudaStreamCaptureModeThreadLocal: cells that another thread runs meanwhile do not disturb the recording.</summary>
    private const int ThreadLocal = 1;

    /// <summary>cudaStreamCaptureStatusActive.</summary>
    private const int Active = 1;

    private bool _isBroken;

    public ICudaGraph? Record(Action step)
    {
        if (_isBroken)
        {
            return null;
        }

        synchronize();
        var before = symbols.GetCurrentStream(Device);
        var stream = symbols.GetStreamFromPool(0, Device);
        symbols.SetCurrentStream(stream);
        try
        {
            for (var call = 0; call < OrdinarySteps; call++)
            {
                step();
            }

            synchronize();
            return Record(step, symbols.GetHandle(&stream));
        }
        finally
        {
            symbols.SetCurrentStream(before);
        }
    }

    private CudaGraph? Record(Action step, nint stream)
    {
        var memory = CudaGraph.Allocate();
        symbols.Construct((void*)memory, 0);
        symbols.CaptureBegin((void*)memory, 0, 0, ThreadLocal);
        Exception? fault = null;
        try
        {
            step();
        }
        catch (Exception e)
        {
            fault = e;
        }

        int status;
        if (symbols.IsCapturing(stream, &status) != 0 || status != Active)
        {
            // capture_end would throw; the object is not freed, because libtorch still refers to it.
            nint nothing;
            _ = symbols.EndCapture(stream, &nothing);
            _isBroken = true;
            return Refuse(fault?.Message ?? "the driver broke the recording off");
        }

        symbols.CaptureEnd((void*)memory);
        var graph = new CudaGraph(symbols, memory);
        if (fault is null)
        {
            return graph;
        }

        graph.Dispose();
        return Refuse(fault.Message);
    }

    private CudaGraph? Refuse(string reason)
    {
        log.Report(GraphTrial.Without(reason.Split('\n', 2)[0]));
        return null;
    }
}
