using AslTutorial.Web.Cluster;

namespace AslTutorial.Web.Tests.Cluster;

public sealed class RedisAddressTests
{
    [Theory]
    [InlineData("10.0.0.5:6379", "10.0.0.5:6379")]
    [InlineData("localhost", "Unspecified/localhost:0")]
    [InlineData("redis:6379,password=secret,ssl=true", "Unspecified/redis:6379")]
    [InlineData("[::1]:6379", "[::1]:6379")]
    public void TryReadRedis_Address_IsRead(string text, string end)
    {
        ClusterSetup.TryReadRedis(text, out var redis).ShouldBeTrue();

        redis.EndPoints.Single().ToString().ShouldBe(end);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",")]
    [InlineData("ssl=true")]
    [InlineData("redis:6379,colour=red")]
    [InlineData("redis:6379,ssl=perhaps")]
    public void TryReadRedis_NoAddress_IsRefused(string text) => ClusterSetup.TryReadRedis(text, out _).ShouldBeFalse();
}
