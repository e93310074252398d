using System.Net;
using AslTutorial.EndToEnd.Tests.Processes;

namespace AslTutorial.EndToEnd.Tests.Cluster;

/// <summary>nginx as docs/deployment.md has it for several nodes, in front of two programs that say which of them was asked.</summary>
public sealed class NodesProxyTests
{
    private const int Browsers = 24;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Browsers_OfTwoNodes_StayWithTheirsAndGoToTheOtherWhenItIsGone()
    {
        var first = new NamedNode("first");
        await using var second = new NamedNode("second");
        await using var proxy = await NginxProxy.StartAsync(first.Address, second.Address);
        var browsers = Enumerable.Range(0, Browsers).Select(_ => new CookieContainer()).ToList();
        foreach (var browser in browsers)
        {
            await AskAsync(proxy, browser, HttpMethod.Get);
            browser.GetAllCookies().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                cookie => cookie.Name.ShouldBe("asl_route"), cookie => cookie.Secure.ShouldBeTrue(), cookie => cookie.HttpOnly.ShouldBeTrue());
        }

        var at = await AskAllAsync(proxy, browsers);
        at.Distinct().Order().ShouldBe(["first", "second"]);
        (await AskAllAsync(proxy, browsers)).ShouldBe(at);
        var route = browsers[0].GetAllCookies()[0].Value;

        await first.DisposeAsync();

        (await AskAllAsync(proxy, browsers)).ShouldAllBe(name => name == "second");
        browsers[0].GetAllCookies().ShouldHaveSingleItem().Value.ShouldBe(route);
    }

    [Fact]
    public async Task Change_NodeEndsWhileItIsAsked_IsNotGivenToTheOtherAsWell()
    {
        await using var first = new NamedNode("first") { AnswersNothing = true };
        await using var second = new NamedNode("second") { AnswersNothing = true };
        await using var proxy = await NginxProxy.StartAsync(first.Address, second.Address);

        (await AskAsync(proxy, new CookieContainer(), HttpMethod.Post)).ShouldBe("502");

        (first.Asked + second.Asked).ShouldBe(1);
    }

    private static async Task<List<string>> AskAllAsync(NginxProxy proxy, List<CookieContainer> browsers)
    {
        var names = new List<string>();
        foreach (var browser in browsers)
        {
            names.Add(await AskAsync(proxy, browser, HttpMethod.Get));
        }

        return names;
    }

    /// <summary>The name of the node, or the proxy's own status.</summary>
    private static async Task<string> AskAsync(NginxProxy proxy, CookieContainer browser, HttpMethod method)
    {
        using var client = new HttpClient(proxy.Handler(browser)) { BaseAddress = proxy.Address };
        using var request = new HttpRequestMessage(method, new Uri("/", UriKind.Relative)) { Content = method == HttpMethod.Post ? new StringContent("{}") : null };
        using var answer = await client.SendAsync(request, Cancel);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(Cancel) : $"{(int)answer.StatusCode}";
    }
}
