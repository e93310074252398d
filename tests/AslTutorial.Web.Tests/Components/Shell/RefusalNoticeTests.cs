using AslTutorial.Web.Admission;
using AslTutorial.Web.Components.Shell;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Components.Shell;

public sealed class RefusalNoticeTests
{
    [Theory]
    [InlineData("en", "The site can only be read at the moment; nothing can be changed.")]
    [InlineData("zh-CN", "本站目前只能阅读，暂时不能做任何更改。")]
    public void Said_ReadOnly_IsShownUntilClosed(string culture, string sentence)
    {
        using var shell = new ShellContext(culture);
        var notice = shell.Render<RefusalNotice>();
        notice.Find("[role=status]").TextContent.Trim().ShouldBeEmpty();

        Say(shell, RefusalReason.ReadOnly);

        notice.WaitForAssertion(() => notice.Find("[role=status] p").TextContent.ShouldBe(sentence));
        notice.Find("button").Click();
        notice.FindAll("p, button").ShouldBeEmpty();
    }

    [Fact]
    public void Said_AMinuteAgo_IsGoneAndTheNextIsShown()
    {
        using var shell = new ShellContext();
        var notice = shell.Render<RefusalNotice>();
        Say(shell, RefusalReason.TooMuch);
        notice.WaitForAssertion(() => notice.Find("p").TextContent.ShouldContain("Try again in 7 seconds"));

        shell.Time.Advance(TimeSpan.FromMinutes(1));

        notice.WaitForAssertion(() => notice.FindAll("p").ShouldBeEmpty());
        Say(shell, RefusalReason.Blocked);
        notice.WaitForAssertion(() => notice.Find("p").TextContent.ShouldContain("your address"));
    }

    private static void Say(ShellContext shell, RefusalReason reason) =>
        shell.Services.GetRequiredService<PageRefusals>().Say(new Refusal(reason, TimeSpan.FromSeconds(7)));
}
