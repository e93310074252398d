using AslTutorial.Training.Contracts;
using AslTutorial.Web.Cluster;
using AslTutorial.Web.Floor;
using AslTutorial.Web.Tests.Site;
using Microsoft.Extensions.Time.Testing;

namespace AslTutorial.Web.Tests.Floor;

public sealed class NodesTests
{
    private static readonly RunLease Lease = new(Guid.NewGuid(), 1);

    private readonly FakeTimeProvider _time = new();
    private readonly Nodes _nodes;
    private int _changes;

    public NodesTests()
    {
        _nodes = new(new NodeName(), _time);
        _nodes.Changed += () => _changes++;
    }

    private static NodeReport Other => new("other", [], [Lease], FakeTrainer.Data, FakeTrainer.Program);

    [Fact]
    public void Hear_Silence_TheNodeIsGoneAfterAWhile()
    {
        _nodes.Hear(Other);
        _nodes.Others.ShouldHaveSingleItem().Node.ShouldBe("other");
        _nodes.HolderOf(Lease).ShouldBe("other");

        _time.Advance(Nodes.Patience + TimeSpan.FromSeconds(1));

        _nodes.Others.ShouldBeEmpty();
        _nodes.HolderOf(Lease).ShouldBeNull();
    }

    [Fact]
    public void Drop_NodeThatIsGone_IsAskedForNothingMoreAtOnceAndToldOnce()
    {
        _nodes.Hear(Other);
        _changes.ShouldBe(1);

        _nodes.Drop("other");
        _nodes.Drop("other");

        _nodes.Others.ShouldBeEmpty();
        _nodes.HolderOf(Lease).ShouldBeNull();
        _changes.ShouldBe(2);
    }

    [Fact]
    public void Hear_TheSameAgain_TellsNobody()
    {
        _nodes.Hear(Other);
        _nodes.Hear(Other);

        _changes.ShouldBe(1);
    }
}
