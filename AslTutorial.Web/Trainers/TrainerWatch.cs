using AslTutorial.Training.Contracts;
using AslTutorial.Web.Runs;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Trainers;

/// <summary>
/// Finds hanging trainers. A silent one is pinged; one that does not answer, or whose run makes no progress, is killed and replaced
/// if it is local, and disconnected if it is on another machine.
/// </summary>
internal sealed class TrainerWatch(
    TrainerRegistry registry,
    LocalTrainers trainers,
    TrainerDesk desk,
    RunBoard board,
    IOptions<TrainerOptions> options,
    TimeProvider time,
    ILogger<TrainerWatch> log) : BackgroundService
{
    /// <summary>Number of checks during the allowed silence.</summary>
    private const int Looks = 20;

    /// <summary>Multiplies the allowed silence while a trainer loads torch and its data.</summary>
    private const int StartFactor = 6;

    /// <summary>A trainer counts as silent after 1/n of the time it has for an answer.</summary>
    private const int Grace = 4;

    private readonly Dictionary<string, Vigil> _vigils = [];

    private TimeSpan Silence { get; } = TimeSpan.FromSeconds(options.Value.SilenceSeconds);

    private TimeSpan Answer => Silence / 2;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var interval = Silence / Looks;
        var last = time.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var (before, now) = (last, time.GetTimestamp());
            last = now;
            // If the site was stopped or its machine slept, it could not hear anything for most of that time.
            var passed = time.GetElapsedTime(before, now);
            Look(passed < interval * 2 ? passed : interval * 2);
        }
    }

    private void Look(TimeSpan passed)
    {
        var watched = registry.Watched();
        foreach (var gone in _vigils.Keys.Except(watched.Select(trainer => trainer.Key)).ToList())
        {
            _vigils.Remove(gone);
        }

        foreach (var trainer in watched)
        {
            if (!_vigils.TryGetValue(trainer.Key, out var vigil))
            {
                _vigils.Add(trainer.Key, vigil = new Vigil());
            }

            try
            {
                Look(trainer, vigil, passed);
            }
            catch (Exception e)
            {
                log.LogError(e, "The {Trainer} could not be looked after", trainer.Name);
            }
        }
    }

    private void Look(WatchedTrainer trainer, Vigil vigil, TimeSpan passed)
    {
        vigil.Notice(trainer.Link, IsAtWork(trainer.Link), passed);
        var allowed = trainer.Link is { Description.Phase: not (TrainerPhase.Starting or TrainerPhase.PreparingData) } || vigil.WasReady
            ? Silence
            : Silence * StartFactor;
        vigil.WasReady |= trainer.Link is { Description.Phase: TrainerPhase.Idle or TrainerPhase.Busy };
        if (vigil.Silent < allowed)
        {
            vigil.IsAsked = false;
            if (trainer.Link is { IsSilent: true } back)
            {
                registry.MarkSilent(back, isSilent: false);
            }
        }
        else if (vigil.Silent >= allowed + Answer)
        {
            Replace(trainer, vigil, $"it has said nothing for {vigil.Silent.TotalSeconds:0} s and does not answer");
            return;
        }
        else if (!vigil.IsAsked && trainer.Link is { } link)
        {
            vigil.IsAsked = true;
            log.LogWarning("The {Trainer} has said nothing for {Seconds:0} s and is asked whether it is there", trainer.Name, vigil.Silent.TotalSeconds);
            _ = AskAsync(link);
        }
        else if (vigil.Silent >= allowed + (Answer / Grace) && trainer.Link is { IsSilent: false } mute)
        {
            // Only after it had a moment to answer. From now on it gets no cells until it answers.
            registry.MarkSilent(mute, isSilent: true);
        }

        if (vigil.Standing >= TimeSpan.FromSeconds(options.Value.StallSeconds))
        {
            Replace(trainer, vigil, $"its run has not come on for {vigil.Standing.TotalSeconds:0} s");
        }
    }

    /// <summary>A paused run makes no progress, and should not.</summary>
    private bool IsAtWork(TrainerLink? link) =>
        link is { Lease: { } lease, Description.Phase: TrainerPhase.Busy } && board.FindExecution(lease.RunId) is { Helm.IsPaused: false };

    private async Task AskAsync(TrainerLink link)
    {
        using var patience = new CancellationTokenSource(Answer, time);
        try
        {
            await link.PingAsync(patience.Token);
        }
        catch (Exception) when (patience.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e)
        {
            // An older trainer that does not know pings has answered too; a broken connection has not.
            log.LogInformation("The trainer {Trainer} answers: {Reason}", link.Name, e.Message);
            if (registry.Find(link.Id) is null)
            {
                return;
            }
        }

        link.Hear();
    }

    private void Replace(WatchedTrainer trainer, Vigil vigil, string reason)
    {
        log.LogError("The {Trainer} is replaced: {Reason}", trainer.Name, reason);
        vigil.Restart();
        if (trainer.Local is { ProcessId: { } process } local)
        {
            trainers.Kill(local.Plan.Id, process, reason);
        }
        else if (trainer.Link is { } link)
        {
            _ = desk.DropAsync(link);
        }
    }

    /// <summary>Observations of one process.</summary>
    private sealed class Vigil
    {
        private long _words = -1;
        private long _steps = -1;
        private string? _link;

        public TimeSpan Silent { get; private set; }

        public TimeSpan Standing { get; private set; }

        public bool IsAsked { get; set; }

        public bool WasReady { get; set; }

        public void Notice(TrainerLink? link, bool isAtWork, TimeSpan passed)
        {
            var isNew = link is not null && link.Id != _link;
            Silent = link is not null && (isNew || link.Words != _words) ? TimeSpan.Zero : Silent + passed;
            Standing = !isAtWork || isNew || link!.Steps != _steps ? TimeSpan.Zero : Standing + passed;
            if (link is not null)
            {
                (_link, _words, _steps) = (link.Id, link.Words, link.Steps);
            }
        }

        public void Restart() => (Silent, Standing, IsAsked) = (TimeSpan.Zero, TimeSpan.Zero, false);
    }
}
