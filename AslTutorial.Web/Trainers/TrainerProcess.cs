using System.ComponentModel;
using System.Diagnostics;

namespace AslTutorial.Web.Trainers;

/// <summary>Runs a trainer beside the site: starts it once the site listens, restarts it, and ends it with the site.</summary>
internal sealed class TrainerProcess(
    TrainerProgram program,
    TrainerStartInfo startInfo,
    TrainerRegistry registry,
    TrainerDesk desk,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<TrainerProcess> log) : BackgroundService
{
    /// <summary>How long it may take to end by itself after its standard input has closed.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    private readonly BackOff _backOff = new();
    private int _restarts;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        registry.SetLocal(new LocalTrainer(Environment.MachineName, null, 0, Fault: null));
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var listening = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        try
        {
            await started.Task.WaitAsync(stoppingToken);
            while (true)
            {
                var begun = time.GetTimestamp();
                var fault = await RunOnceAsync(stoppingToken);
                stoppingToken.ThrowIfCancellationRequested();
                var wait = _backOff.After(time.GetElapsedTime(begun));
                log.LogWarning("{Fault} It is started again in {Seconds:0} s", fault, wait.TotalSeconds);
                registry.SetLocal(new LocalTrainer(Environment.MachineName, null, _restarts, fault));
                await Task.Delay(wait, time, stoppingToken);
                _restarts++;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site ends.
        }
    }

    /// <summary>Runs it until it ends; says how, in a sentence.</summary>
    private async Task<string> RunOnceAsync(CancellationToken stopping)
    {
        if (program.Find() is not { } path)
        {
            return $"The trainer's program was not found at {program.Sought()}.";
        }

        using var process = new Process { StartInfo = startInfo.Make(path) };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return $"The trainer's program {path} could not be started: {e.Message}.";
        }

        log.LogInformation("The trainer runs as process {Process}", process.Id);
        registry.SetLocal(new LocalTrainer(Environment.MachineName, process.Id, _restarts, Fault: null));
        var output = Task.WhenAll(
            BoundedLines.ReadAsync(process.StandardOutput, line => log.LogInformation("trainer: {Line}", line)),
            BoundedLines.ReadAsync(process.StandardError, line => log.LogWarning("trainer: {Line}", line)));
        try
        {
            await process.WaitForExitAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            await EndAsync(process);
            return "The trainer has ended with the site.";
        }

        await output.WaitAsync(Farewell, time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await desk.ProcessEndedAsync(Environment.MachineName, process.Id);
        return $"The trainer has ended unexpectedly with exit code {process.ExitCode}.";
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
            log.LogWarning("The trainer does not end by itself and is killed");
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
