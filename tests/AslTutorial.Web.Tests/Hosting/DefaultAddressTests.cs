using AslTutorial.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace AslTutorial.Web.Tests.Hosting;

public sealed class DefaultAddressTests
{
    [Fact]
    public void UseDefaultAddress_NoWish_IsPort5080OnThisMachine() => AddressOf().ShouldBe("http://localhost:5080");

    [Theory]
    [InlineData("--urls=http://127.0.0.1:1234", "http://127.0.0.1:1234")]
    [InlineData("--http_ports=8080", null)]
    [InlineData("--https_ports=8443", null)]
    [InlineData("--Kestrel:Endpoints:Http:Url=http://127.0.0.1:1234", null)]
    public void UseDefaultAddress_AnyWish_StepsBack(string argument, string? expected) => AddressOf(argument).ShouldBe(expected);

    private static string? AddressOf(params string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(arguments);
        builder.UseDefaultAddress();
        return builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey);
    }
}
