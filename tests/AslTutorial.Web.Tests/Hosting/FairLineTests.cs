using AslTutorial.Web.Admission;
using AslTutorial.Web.Hosting;

namespace AslTutorial.Web.Tests.Hosting;

public sealed class FairLineTests
{
    private readonly FairLine<string> _line = new();

    [Fact]
    public void Take_OneAddressFullOfNameless_TheOthersAreNextButOne()
    {
        for (var i = 0; i < 100; i++)
        {
            _line.Add(new Caller("10.0.0.1", Learner: null, IsKnown: false), "flood");
        }

        _line.Add(new Caller("10.0.0.2", "ada", IsKnown: false), "ada");
        _line.Add(new Caller("10.0.0.1", "bob", IsKnown: false), "bob");
        _line.Add(new Caller("10.0.0.1", "eve", IsKnown: true), "eve");

        Take(6).ShouldBe(["flood", "eve", "ada", "bob", "flood", "flood"]);
    }

    [Fact]
    public void Take_SomeCannotBe_AreLeftInTheirPlace()
    {
        _line.Add((Caller?)null, "a");
        _line.Add((Caller?)null, "b");

        _line.TryTake(item => item == "b", out var taken).ShouldBeTrue();

        taken.ShouldBe("b");
        _line.TryTake(item => item == "c", out _).ShouldBeFalse();
        Take(1).ShouldBe(["a"]);
        _line.Count.ShouldBe(0);
    }

    [Fact]
    public void Remove_OfWhoIsGone_LeavesTheLine()
    {
        var place = _line.Add((Caller?)null, "a");
        _line.Add((Caller?)null, "b");

        _line.Remove(place).ShouldBeTrue();
        _line.Remove(place).ShouldBeFalse();

        Take(1).ShouldBe(["b"]);
        _line.TryTake(_ => true, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2::/64", "2001:db8:1:2::/64")]
    public void Address_IsCountedByItsNetwork(string typed, string expected) => CallerAddress.Read(typed).ShouldBe(expected);

    private List<string> Take(int count) => [.. Enumerable.Range(0, count).Select(_ => _line.TryTake(_ => true, out var item) ? item : "none")];
}
