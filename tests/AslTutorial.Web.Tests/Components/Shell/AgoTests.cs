using AslTutorial.Web.Components.Shell;
using Bunit;

namespace AslTutorial.Web.Tests.Components.Shell;

public sealed class AgoTests
{
    [Theory]
    [InlineData("en", 0, "just now")]
    [InlineData("en", 59, "just now")]
    [InlineData("en", 60, "1 minute ago")]
    [InlineData("en", 3599, "59 minutes ago")]
    [InlineData("en", 3600, "1 hour ago")]
    [InlineData("en", 86_399, "23 hours ago")]
    [InlineData("en", 86_400, "1 day ago")]
    [InlineData("en", 604_799, "6 days ago")]
    [InlineData("en", 604_800, "1/1/1970")]
    [InlineData("zh-CN", 120, "2 分钟前")]
    [InlineData("zh-CN", 604_800, "1970/1/1")]
    public void Render_Age_InTheReadersWords(string culture, int seconds, string words)
    {
        using var shell = new ShellContext(culture);
        shell.Time.Advance(TimeSpan.FromSeconds(seconds));
        var ago = shell.Render<Ago>(p => p.Add(c => c.At, DateTimeOffset.UnixEpoch)).Find("time");
        ago.TextContent.ShouldBe(words);
        ago.GetAttribute("datetime").ShouldBe("1970-01-01T00:00:00.0000000Z");
    }

    [Fact]
    public void Render_MinutePasses_WordsFollow()
    {
        using var shell = new ShellContext();
        var ago = shell.Render<Ago>(p => p.Add(c => c.At, DateTimeOffset.UnixEpoch));
        shell.Time.Advance(TimeSpan.FromMinutes(1));
        ago.WaitForAssertion(() => ago.Find("time").TextContent.ShouldBe("1 minute ago"));
    }
}
