using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Trainers;

/// <summary>Runs the trainer beside the site only where the settings want one.</summary>
internal sealed class TrainerProcessSwitch(IOptions<TrainerOptions> options, TrainerProcess process) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        options.Value.Start ? process.StartAsync(cancellationToken) : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) =>
        options.Value.Start ? process.StopAsync(cancellationToken) : Task.CompletedTask;
}
