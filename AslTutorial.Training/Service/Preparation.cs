using AslTutorial.Training.Contracts;
using AslTutorial.Training.Data;
using AslTutorial.Training.Loop;

namespace AslTutorial.Training.Service;

/// <summary>Gets the trainer ready: device, data, what trains, and the contact sheets for the site's pages.</summary>
internal sealed class Preparation(
    ITrainingKit kit,
    ServiceState state,
    CellDesk cells,
    LookDesk looks,
    SiteConnection site,
    SiteFiles files,
    ServiceOptions options,
    TimeProvider time,
    IProgress<string> log)
{
    private readonly Lock _lock = new();
    private SignData? _data;
    private bool _sheetsDelivered;
    private Task _sheets = Task.CompletedTask;

    /// <summary>The trainer, or null when only a new process can use the device; <see cref="ServiceState"/> says why.</summary>
    public async Task<ITrainer?> RunAsync(CancellationToken cancel)
    {
        try
        {
            var device = await InsistAsync(kit.LoadDevice, TrainerPhase.Starting, options.DeviceRetry, cancel);
            state.Change(d => d with { Phase = TrainerPhase.PreparingData, Device = device, Fault = null, FaultCode = null });
            var data = await InsistAsync(() => kit.LoadData(cancel), TrainerPhase.PreparingData, options.DataRetry, cancel);
            // Cells and looks need no trainer, so they are served from here on.
            cells.Open(kit.CreateCells(data));
            looks.Open(kit.CreateLooks(data));
            state.Change(d => d with { DataSet = data.Info });
            var trainer = await InsistAsync(() => kit.CreateTrainer(data), TrainerPhase.PreparingData, options.DeviceRetry, cancel);
            lock (_lock)
            {
                _data = data;
            }

            log.Report($"Ready: {device.Name}; {data.Info.Kind}, {data.Info.TrainRows} and {data.Info.ValidRows} images.");
            state.Change(d => d with { Phase = TrainerPhase.Idle, Fault = null, FaultCode = null });
            return trainer;
        }
        catch (KitFaultException e) when (e.NeedsNewProcess)
        {
            return null;
        }
    }

    /// <summary>The site has been told of the data, and takes sheets of it: delivers what it does not have yet.</summary>
    public void Described()
    {
        lock (_lock)
        {
            if (_data is { } data && !_sheetsDelivered && _sheets.IsCompleted && site.IsReady)
            {
                _sheets = Task.Run(() => DeliverSheetsAsync(data));
            }
        }
    }

    /// <summary>Tries until it succeeds; the reason stays told meanwhile.</summary>
    /// <exception cref="KitFaultException">Only a new process can succeed; the pause is over.</exception>
    private async Task<T> InsistAsync<T>(Func<T> step, TrainerPhase phase, TimeSpan pause, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return await OnThreadAsync(step);
            }
            catch (KitFaultException e)
            {
                log.Report(e.Message);
                state.Change(d => d with { Phase = TrainerPhase.Faulted, Fault = e.Fault.Text, FaultCode = e.Fault.Code });
                if (e.NeedsNewProcess)
                {
                    // Only this process knows the reason: it tells the site and waits before a new process tries again.
                    await site.WaitReadyAsync(cancel);
                    await Task.Delay(pause, time, cancel);
                    throw;
                }

                await Task.Delay(pause, time, cancel);

                state.Change(d => d with { Phase = phase });
            }
        }
    }

    private async Task DeliverSheetsAsync(SignData data)
    {
        try
        {
            foreach (var (name, set) in new[] { ("train", data.Train), ("valid", data.Valid) })
            {
                if (!await files.HasContactSheetAsync(data.Info.Digest, name, CancellationToken.None)
                    && !await files.PutContactSheetAsync(data.Info.Digest, name, kit.DrawContactSheet(set), CancellationToken.None))
                {
                    // It has not heard of the data yet, as from a description of before: the next one tries again.
                    return;
                }
            }

            lock (_lock)
            {
                _sheetsDelivered = true;
            }
        }
        catch (Exception e)
        {
            // These are only pictures for a page; the next description tries again.
            log.Report($"The contact sheets could not be delivered: {e.Message}");
        }
    }

    // A thread of its own, because the few pool threads serve the connection.
    private static Task<T> OnThreadAsync<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
