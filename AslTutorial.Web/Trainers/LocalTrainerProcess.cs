using System.ComponentModel;
using System.Diagnostics;
using AslTutorial.Training.Contracts;

namespace AslTutorial.Web.Trainers;

/// <summary>Runs a local trainer: starts it once the site listens, restarts it, and ends it with the site.</summary>
internal sealed class LocalTrainerProcess(
    LocalTrainerPlan plan,
    TrainerProgram program,
    TrainerStartInfo startInfo,
    TrainerRegistry registry,
    TrainerDesk desk,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<LocalTrainerProcess> log) : ILocalTrainerProcess
{
    /// <summary>How long it may take to end after its standard input was closed.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    private readonly BackOff _backOff = new();
    private readonly Lock _lock = new();
    private CancellationTokenSource? _replace;
    private int? _processId;
    private string? _killedFor;
    private int _restarts;
    private TrainerFault? _stillTold;

    public bool Restart()
    {
        lock (_lock)
        {
            _replace?.Cancel();
            return _replace is not null;
        }
    }

    public void Kill(int processId, string reason)
    {
        lock (_lock)
        {
            if (_processId == processId && _replace is not null)
            {
                _killedFor = reason;
                _replace.Cancel();
            }
        }
    }

    public async Task RunAsync(CancellationToken stopping)
    {
        Show(processId: null, fault: null);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var listening = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        try
        {
            await started.Task.WaitAsync(stopping);
            while (true)
            {
                var begun = time.GetTimestamp();
                var end = await RunOnceAsync(stopping);
                stopping.ThrowIfCancellationRequested();
                _stillTold = end is { StaysTold: true } ? end.Fault : null;
                if (end is null)
                {
                    log.LogInformation("The {Trainer} is replaced by a new process, as asked for", plan.Name);
                    _restarts++;
                    continue;
                }

                var wait = _backOff.After(time.GetElapsedTime(begun));
                log.LogWarning("{Trainer}: {Fault} It is started again in {Seconds:0} s", plan.Name, end.Line, wait.TotalSeconds);
                Show(processId: null, end.Fault);
                await Task.Delay(wait, time, stopping);
                _restarts++;
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The site is stopping.
        }
    }

    private void Show(int? processId, TrainerFault? fault) =>
        registry.SetLocal(new LocalTrainer(plan, Environment.MachineName, processId, _restarts, fault));

    /// <summary>Runs one process until it ends; returns why it ended, or null if a restart was asked for.</summary>
    private async Task<TrainerEnd?> RunOnceAsync(CancellationToken stopping)
    {
        if (program.Find() is not { } path)
        {
            return new(TrainerFault.Of(TrainerFaultCodes.ProgramMissing), $"The trainer's program was not found at {program.Sought()}.");
        }

        using var process = new Process { StartInfo = startInfo.Make(path, plan) };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new(TrainerFault.Of(TrainerFaultCodes.ProgramUnstartable), $"The trainer's program {path} could not be started: {e.Message}.");
        }

        log.LogInformation("The {Trainer} for {Device} runs as process {Process}", plan.Name, plan.Device, process.Id);
        Show(process.Id, _stillTold);
        var output = Task.WhenAll(
            BoundedLines.ReadAsync(process.StandardOutput, line => log.LogInformation("{Trainer}: {Line}", plan.Name, line)),
            BoundedLines.ReadAsync(process.StandardError, line => log.LogWarning("{Trainer}: {Line}", plan.Name, line)));
        var wasAsked = false;
        try
        {
            wasAsked = !await ExitsByItselfAsync(process, stopping);
        }
        catch (OperationCanceledException)
        {
            await EndAsync(process);
            return new(TrainerFault.Of(TrainerFaultCodes.Ended), "The trainer has ended with the site.");
        }

        await output.WaitAsync(Farewell, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await desk.ProcessEndedAsync(Environment.MachineName, process.Id);
        return (TakeReason(), wasAsked) switch
        {
            ({ } reason, _) => TrainerEnd.Hung(reason),
            (null, true) => null,
            _ => TrainerEnd.Of(process.ExitCode, registry.LocalFault(plan)),
        };
    }

    /// <summary>False if it was ended to be replaced.</summary>
    private async Task<bool> ExitsByItselfAsync(Process process, CancellationToken stopping)
    {
        using var replace = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Offer(replace, process.Id);
        try
        {
            await process.WaitForExitAsync(replace.Token);
            return true;
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            await (IsHung() ? KillAsync(process) : EndAsync(process));
            return false;
        }
        finally
        {
            Offer(null, null);
        }
    }

    private void Offer(CancellationTokenSource? replace, int? processId)
    {
        lock (_lock)
        {
            (_replace, _processId) = (replace, processId);
        }
    }

    private bool IsHung()
    {
        lock (_lock)
        {
            return _killedFor is not null;
        }
    }

    private string? TakeReason()
    {
        lock (_lock)
        {
            var reason = _killedFor;
            _killedFor = null;
            return reason;
        }
    }

    private async Task EndAsync(Process process)
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Farewell, time);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            log.LogWarning("The {Trainer} does not end by itself and is killed", plan.Name);
            await KillAsync(process);
        }
    }

    /// <summary>With SIGKILL, which ends even a stopped process.</summary>
    private static async Task KillAsync(Process process)
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }
}
