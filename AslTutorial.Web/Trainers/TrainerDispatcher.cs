using AslTutorial.Web.Cluster;
using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Trainers;

/// <summary>Asks the floor for a run for each idle trainer of this node.</summary>
internal sealed class TrainerDispatcher(
    DispatchSignal signal, TrainerRegistry registry, TrainerDesk desk, FloorLink floor, NodeName node, TimeProvider time, ILogger<TrainerDispatcher> log)
    : BackgroundService
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await signal.WaitAsync(stoppingToken);
                while (await HandOutOneAsync(stoppingToken))
                {
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // For example a busy database or a full disk: the queue must go on afterwards.
                log.LogError(e, "Waiting runs could not be handed out");
                await Task.Delay(RetryAfter, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                signal.Wake();
            }
        }
    }

    private async Task<bool> HandOutOneAsync(CancellationToken cancel)
    {
        if (registry.FirstIdle() is not { Description: { Device: { } device, DataSet: { } data, Program: var program } } link)
        {
            return false;
        }

        if (await floor.CallAsync(there => there.TakeAsync(new(node.Value, link.KeyName, device, data, program))).WaitAsync(cancel) is not { } order)
        {
            return false;
        }

        log.LogInformation("Run {Run} goes to {Trainer} on {Device}", order.Lease.RunId, link.Description?.Name, device.Name);
        if (!registry.Bind(link, order.Lease, client => client.Train(order)))
        {
            // The trainer has disconnected meanwhile.
            _ = desk.TakeBackAsync(order.Lease);
        }

        return true;
    }
}
