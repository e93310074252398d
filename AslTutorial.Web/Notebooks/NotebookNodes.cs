using System.Diagnostics.CodeAnalysis;
using Orleans.Runtime;

namespace AslTutorial.Web.Notebooks;

/// <summary>Renews this node's watches at the owners of notebooks, and reacts when another node dies.</summary>
internal sealed class NotebookNodes(OpenNotebooks notebooks, ISiloStatusOracle nodes, TimeProvider time, ILogger<NotebookNodes> log)
    : BackgroundService, ISiloStatusListener
{
    /// <summary>Well below a quarter of an hour, after which an owner without calls is deactivated.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        nodes.SubscribeToSiloStatusEvents(this);
        return base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        nodes.UnSubscribeFromSiloStatusEvents(this);
        notebooks.Close();
        return base.StopAsync(cancellationToken);
    }

    public void SiloStatusChangeNotification(SiloAddress updatedSilo, SiloStatus status)
    {
        if (status == SiloStatus.Dead)
        {
            notebooks.Drop(updatedSilo);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The next time is another try.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await notebooks.RenewAsync();
            }
            catch (Exception e)
            {
                log.LogWarning("The notebooks' owners could not be told that this node is there: {Reason}", e.Message);
            }
        }
    }
}
