using System.Diagnostics;
using AslTutorial.Training.Contracts;
using AslTutorial.Web.Persistence;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Service;

/// <summary>The real site and the real trainer in processes of their own, which end as on a card.</summary>
public sealed class FaultyTrainerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly FaultyTrainer _trainer = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DeviceLost_InEachAttempt_TheRunFailsAndTheSiteStaysUp()
    {
        _trainer.Set(FaultyTrainer.LosesDevice);
        await using var site = await TestSite.StartAsync([.. _trainer.Settings, ("Runs:MaxAttempts", "2")]);
        var run = await site.BeginAsync("ada");

        await UntilAsync(async () => (await site.ViewAsync(run.Id)).State == RunState.Failed, "the run has failed");

        var view = await site.ViewAsync(run.Id);
        view.Failure!.Code.ShouldBe(RunFailureCodes.TrainerLostTooOften);
        view.Interruptions.ShouldBe(2);
        using var client = site.Client();
        (await client.GetAsync(new Uri("/health/live", UriKind.Relative), Cancel)).IsSuccessStatusCode.ShouldBeTrue();

        // The trainer is started again and does what it can.
        _trainer.Clear(FaultyTrainer.LosesDevice);
        var next = await site.BeginAsync("ada");
        await UntilAsync(async () => (await site.ViewAsync(next.Id)).State == RunState.Completed, "the next run is trained");
        Local(site).Restarts.ShouldBe(2);
    }

    [Fact]
    public async Task NoDevice_BesideASite_IsTriedInNewProcessesWhileTheReasonStaysTold()
    {
        _trainer.Set(FaultyTrainer.NoDevice);
        await using var site = await TestSite.StartAsync(_trainer.Settings);
        await UntilAsync(() => Local(site).Fault is not null, "the reason is told");
        var told = new HashSet<string?>();
        site.Services.GetRequiredService<ITrainerDirectory>().Changed += () =>
        {
            lock (told)
            {
                told.Add(Local(site).Fault?.Code);
            }
        };

        await UntilAsync(() => Local(site).Restarts >= 2, "two more processes have tried");

        lock (told)
        {
            told.ShouldBe([TrainerFaultCodes.NoCudaDevice], "never a moment without it");
        }

        _trainer.Clear(FaultyTrainer.NoDevice);
        await UntilAsync(() => Local(site) is { Fault: null, Description.Phase: TrainerPhase.Idle }, "the device is used");
    }

    [Fact]
    public async Task NoDevice_WithoutAParent_GoesOnInANewProcessAndEndsWithIt()
    {
        _trainer.Set(FaultyTrainer.NoDevice);
        await using var site = await TestSite.StartAsync();
        using var first = _trainer.StartAlone(site);
        try
        {
            await UntilAsync(() => All(site).Any(t => t.Fault?.Code == TrainerFaultCodes.NoCudaDevice), "the reason is told");
            _trainer.Clear(FaultyTrainer.NoDevice);
            await UntilAsync(() => All(site) is [{ Fault: null, Description.Phase: TrainerPhase.Idle }], "the device is used");

            var second = All(site).Single().Description!.ProcessId;
            second.ShouldNotBe(first.Id);
            using (var terminate = Process.Start("kill", ["-TERM", first.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            {
                await terminate.WaitForExitAsync(Cancel);
            }

            await first.WaitForExitAsync(Cancel).WaitAsync(Patience, Cancel);
            first.ExitCode.ShouldBe(0);
            await UntilAsync(() => All(site).Count == 0, "its child has ended with it");
        }
        finally
        {
            if (!first.HasExited)
            {
                first.Kill(entireProcessTree: true);
            }
        }
    }

    public void Dispose() => _trainer.Dispose();

    private static IReadOnlyList<TrainerStatus> All(TestSite site) => site.Services.GetRequiredService<ITrainerDirectory>().All;

    private static TrainerStatus Local(TestSite site) => All(site).Single(t => t.Id == "local");

    private static Task UntilAsync(Func<bool> condition, string what) => Eventually.ShouldBeTrueAsync(condition, what, Patience);

    private static Task UntilAsync(Func<Task<bool>> condition, string what) => Eventually.ShouldBeTrueAsync(condition, what, Patience);
}
