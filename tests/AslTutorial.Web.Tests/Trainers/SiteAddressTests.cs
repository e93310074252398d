using AslTutorial.Web.Trainers;

namespace AslTutorial.Web.Tests.Trainers;

public sealed class SiteAddressTests
{
    [Theory]
    [InlineData("http://localhost:5080", "http://localhost:5080")]
    [InlineData("http://[::]:5080", "http://127.0.0.1:5080")]
    [InlineData("http://0.0.0.0:80", "http://127.0.0.1:80")]
    [InlineData("http://+:8080", "http://127.0.0.1:8080")]
    [InlineData("http://*:8080", "http://127.0.0.1:8080")]
    [InlineData("https://127.0.0.1:443", "https://127.0.0.1:443")]
    public void Reachable_AddressListenedOn_IsOneToConnectTo(string address, string expected) =>
        SiteAddress.Reachable(address).ShouldBe(expected);
}
