using AslTutorial.Training.Contracts;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Trainers;

/// <summary>Runs the local trainers: a process for each device in the settings, or for each card that "auto" finds.</summary>
internal sealed class LocalTrainers(IOptions<TrainerOptions> options, LocalTrainerFactory make, TrainerRegistry registry) : BackgroundService
{
    private readonly Lock _lock = new();
    private readonly List<(LocalTrainerPlan Plan, ILocalTrainerProcess Process, Task Running)> _trainers = [];
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Replaces a trainer's process at once. False if there is none.</summary>
    public bool Restart(string id)
    {
        ILocalTrainerProcess? process;
        lock (_lock)
        {
            process = _trainers.Find(t => t.Plan.Id == id).Process;
        }

        return process?.Restart() ?? false;
    }

    /// <summary>Kills and replaces a trainer's hanging process.</summary>
    public void Kill(string id, int processId, string reason)
    {
        ILocalTrainerProcess? process;
        lock (_lock)
        {
            process = _trainers.Find(t => t.Plan.Id == id).Process;
        }

        process?.Kill(processId, reason);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Read at the start only.
        if (!options.Value.Start)
        {
            return;
        }

        var (devices, _) = TrainerDevices.Read(options.Value.Device);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var ending = end.Token;
        var grow = () => TakeEveryCard(ending);
        if (devices is [{ Kind: DeviceKind.Auto }])
        {
            registry.Changed += grow;
        }

        AddUpTo(devices.Count, number => devices[number - 1], ending);
        try
        {
            await _failed.Task.WaitAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site is stopping.
        }
        finally
        {
            registry.Changed -= grow;
            await end.CancelAsync();
            await Task.WhenAll(Running());
        }
    }

    /// <summary>With "auto": once the first trainer reports the number of cards, starts a trainer for each of the others.</summary>
    private void TakeEveryCard(CancellationToken stopping)
    {
        var cards = registry.Local(LocalTrainerPlan.FirstId)?.Description?.Device?.Cards ?? 0;
        AddUpTo(Math.Min(cards, DeviceChoice.MaxCards), number => DeviceChoice.CudaCard(number - 1), stopping);
    }

    private void AddUpTo(int count, Func<int, DeviceChoice> device, CancellationToken stopping)
    {
        lock (_lock)
        {
            while (_trainers.Count < count && !stopping.IsCancellationRequested)
            {
                var number = _trainers.Count + 1;
                var plan = new LocalTrainerPlan(number, device(number), ThreadsOf(device(number), count, device));
                var process = make(plan);
                // In a task of its own: a new trainer may raise Changed, which would call back into this method.
                _trainers.Add((plan, process, Task.Run(() => RunAsync(process, stopping), CancellationToken.None)));
            }
        }
    }

    /// <summary>Trainers on the CPU share its cores.</summary>
    private int? ThreadsOf(DeviceChoice own, int count, Func<int, DeviceChoice> device)
    {
        var sharing = Enumerable.Range(1, count).Count(number => device(number).Kind == DeviceKind.Cpu);
        return options.Value.Threads
            ?? (own.Kind == DeviceKind.Cpu && sharing > 1 ? ThreadCount.Shared(sharing, Environment.ProcessorCount) : null);
    }

    private List<Task> Running()
    {
        lock (_lock)
        {
            return [.. _trainers.Select(t => t.Running)];
        }
    }

    private async Task RunAsync(ILocalTrainerProcess process, CancellationToken stopping)
    {
        try
        {
            await process.RunAsync(stopping);
        }
        catch (Exception fault)
        {
            _failed.TrySetException(fault);
        }
    }
}
