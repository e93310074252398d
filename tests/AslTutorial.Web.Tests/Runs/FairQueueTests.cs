using AslTutorial.Web.Runs;

namespace AslTutorial.Web.Tests.Runs;

public sealed class FairQueueTests
{
    private readonly FairQueue _queue = new();
    private readonly Dictionary<Guid, string> _names = [];

    [Fact]
    public void Order_OneLearner_IsFirstComeFirstServed()
    {
        Add("ada", "a1");
        Add("ada", "a2");
        Add("ada", "a3");

        Order().ShouldBe(["a1", "a2", "a3"]);
    }

    [Fact]
    public void Order_SeveralLearners_TakesTurns()
    {
        Add("ada", "a1");
        Add("ada", "a2");
        Add("ada", "a3");
        Add("bob", "b1");
        Add("bob", "b2");
        Add("eve", "e1");

        Order().ShouldBe(["a1", "b1", "e1", "a2", "b2", "a3"]);
    }

    [Fact]
    public void Order_NewcomerWhileServing_JoinsTheRoundAfterTheOneServed()
    {
        Add("ada", "a1");
        Add("ada", "a2");
        Add("ada", "a3");
        Serve();
        Add("bob", "b1");

        Order().ShouldBe(["a2", "b1", "a3"]);
    }

    [Fact]
    public void Order_LearnerServedLongAgo_DoesNotOvertakeWhoWaits()
    {
        Add("ada", "a1");
        Serve();
        Add("bob", "b1");
        Add("ada", "a2");

        Order().ShouldBe(["b1", "a2"]);
    }

    [Fact]
    public void Order_RunThatLostItsTrainer_GoesFirst()
    {
        var lost = Add("ada", "a1");
        Serve();
        Add("bob", "b1");
        _queue.Add(lost with { Round = QueueTicket.FirstRound });

        Order().ShouldBe(["a1", "b1"]);
    }

    [Fact]
    public void Order_AfterRestore_IsAsBefore()
    {
        Add("ada", "a1");
        Add("ada", "a2");
        Add("bob", "b1");
        Serve();
        var tickets = new[] { Add("eve", "e1") };
        var before = Order();

        var restored = new FairQueue();
        restored.Restore(servedRound: 1, lastSequence: tickets[0].Sequence);
        foreach (var ticket in _tickets.AsEnumerable().Reverse().Where(t => before.Contains(_names[t.RunId])))
        {
            restored.Add(ticket);
        }

        restored.Order.Select(id => _names[id]).ShouldBe(before);
        restored.Issue(Guid.NewGuid(), "zoe").Sequence.ShouldBe(tickets[0].Sequence + 1);
        restored.Issue(Guid.NewGuid(), "zoe").Round.ShouldBe(2);
    }

    [Fact]
    public void Order_ManyLearnersOfOneGroup_TakeTurnsWithTheOthers()
    {
        for (var i = 1; i <= 20; i++)
        {
            Add($"pupil {i}", $"s{i}", "school");
        }

        Add("ada", "a1", "home");
        Add("pupil 1", "s21", "school");
        Add("ada", "a2", "home");

        Order().Take(4).ShouldBe(["s1", "a1", "s2", "a2"]);
        Order()[^1].ShouldBe("s21");
        for (var i = 0; i < 10; i++)
        {
            Serve();
        }

        // Who comes now stands after one of the school, and not after all that it ordered before.
        Add("bob", "b1", "other");
        Order().IndexOf("b1").ShouldBeLessThanOrEqualTo(1);
        _queue.CountOf("school").ShouldBe(13);
    }

    [Fact]
    public void Remove_WaitingRun_ClosesTheGap()
    {
        Add("ada", "a1");
        var second = Add("bob", "b1");
        Add("eve", "e1");

        _queue.Remove(second.RunId).ShouldBeTrue();
        _queue.Remove(second.RunId).ShouldBeFalse();
        Order().ShouldBe(["a1", "e1"]);
        _queue.Count.ShouldBe(2);
    }

    private readonly List<QueueTicket> _tickets = [];

    private QueueTicket Add(string learner, string name, string? group = null)
    {
        var ticket = _queue.Issue(Guid.NewGuid(), learner, group);
        _names[ticket.RunId] = name;
        _tickets.Add(ticket);
        _queue.Add(ticket);
        return ticket;
    }

    private void Serve() => _queue.Serve(_queue.First!.RunId);

    private List<string> Order() => [.. _queue.Order.Select(id => _names[id])];
}
