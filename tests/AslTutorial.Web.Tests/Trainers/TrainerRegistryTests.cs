using AslTutorial.Training.Contracts;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Trainers;
using Microsoft.Extensions.Logging.Abstractions;

namespace AslTutorial.Web.Tests.Trainers;

public sealed class TrainerRegistryTests
{
    [Fact]
    public async Task ConnectionHasEnded_HubHasNotSaidSoYet_IsGivenNothingMore()
    {
        using var gone = new CancellationTokenSource();
        var registry = new TrainerRegistry(TimeProvider.System);
        var lost = Add(registry, "lost", gone.Token);
        registry.TakeForCell().Link.ShouldBe(lost);
        registry.ReleaseCell(lost);
        registry.FirstIdle().ShouldBe(lost);

        await gone.CancelAsync();

        registry.TakeForCell().ShouldBe((null, false));
        registry.FirstIdle().ShouldBeNull();
        registry.DataSet.ShouldBeNull();
        var other = Add(registry, "other", CancellationToken.None);
        registry.TakeForCell().Link.ShouldBe(other);
        registry.FirstIdle().ShouldBe(other);
    }

    [Fact]
    public void FirstIdle_CardAndProcessor_IsTheCard()
    {
        var registry = new TrainerRegistry(TimeProvider.System);
        var cpu = Add(registry, "cpu", CancellationToken.None);
        registry.FirstIdle().ShouldBe(cpu);
        var card = Add(registry, "card", CancellationToken.None);
        card.Description = card.Description! with { Device = new("cuda", "NVIDIA A10", 1, 0, 1) };

        registry.FirstIdle().ShouldBe(card);
        registry.Bind(card, new(Guid.NewGuid(), 1), _ => Task.CompletedTask);
        registry.FirstIdle().ShouldBe(cpu);
    }

    [Fact]
    public void All_SeveralLocalOnes_HaveALineEachInTheirOrder()
    {
        var registry = new TrainerRegistry(TimeProvider.System);
        var foreign = Add(registry, "foreign", CancellationToken.None);
        registry.SetLocal(new(new(2, DeviceChoice.CudaCard(1), null), "here", null, 3, TrainerFault.Of(TrainerFaultCodes.Ended)));
        registry.SetLocal(new(new(1, DeviceChoice.CudaCard(0), null), "own", 1, 0, null));
        var own = Add(registry, "own", CancellationToken.None);

        registry.All.ShouldBe([
            new("local", true, own.Description, 0, null, DeviceChoice.CudaCard(0)),
            new("local-2", false, null, 3, TrainerFault.Of(TrainerFaultCodes.Ended), DeviceChoice.CudaCard(1)),
            new("foreign", true, foreign.Description, 0, null),
        ]);
        registry.Locals().ShouldBe([new("local", own)]);
        registry.Local("local-2").ShouldBeNull();

        registry.SetLocal(new(new(2, DeviceChoice.CudaCard(1), null), "here", null, 4, null));
        registry.All[1].ShouldBe(new("local-2", false, null, 4, null, DeviceChoice.CudaCard(1)));
        registry.All.Count.ShouldBe(3);
    }

    private static TrainerLink Add(TrainerRegistry registry, string id, CancellationToken gone)
    {
        var link = new TrainerLink(id, new NoClient(), () => { }, DateTimeOffset.UnixEpoch, NullLogger.Instance, gone)
        {
            KeyName = TrainerKeys.LocalName,
            Description = new(id, 1, TrainerPhase.Idle, FakeTrainer.Device, FakeTrainer.Data, null, null, 1),
        };
        registry.Add(link);
        return link;
    }
}
