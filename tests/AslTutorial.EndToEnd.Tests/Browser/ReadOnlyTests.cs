using System.Net.Http.Headers;
using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Browser;

/// <summary>A lesson that was open before the operator had the site only be read.</summary>
public sealed class ReadOnlyTests(ChromiumFixture chromium)
{
    private const string Key = "the-operators-own-key";
    private const string Sentence = "The site can only be read at the moment; nothing can be changed.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenPage_SiteIsOnlyToBeRead_SaysSoOfWhatIsRefused()
    {
        using var storage = new TemporaryDirectory();
        await using var site = await SiteProcess.StartAsync(storage.Path, data: null, "--AslTutorial:Trainer:Start=false", $"--AslTutorial:Operate:Key={Key}");
        await using var visit = await Visit.BeginAsync(chromium.Browser, site.Address);
        var notebook = await NotebookOnPage.OpenAsync(visit, "/lessons/cnn");
        await SetAsync(site.Address, isOn: true);

        await visit.Page.Locator(".reveal-title").First.ClickAsync();
        await visit.Page.Locator(".reveal-ask button").First.ClickAsync();

        var notice = visit.Page.Locator(".refusal-notice");
        await Assertions.Expect(notice.Locator("p")).ToHaveTextAsync(Sentence);
        await notice.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(notice.Locator("p")).ToHaveCountAsync(0);

        await notebook.Field("dataset").FillAsync("'label'");
        await notebook.Field("dataset").BlurAsync();
        await Assertions.Expect(notebook.Cell("dataset")).ToContainTextAsync(Sentence);

        await SetAsync(site.Address, isOn: false);
        await notebook.Field("dataset").FillAsync("label");
        await notebook.Field("dataset").BlurAsync();
        await Assertions.Expect(notebook.Cell("dataset")).Not.ToContainTextAsync(Sentence);
        visit.Errors.ShouldBeEmpty();
    }

    private static async Task SetAsync(Uri site, bool isOn)
    {
        using var client = new HttpClient { BaseAddress = site };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("on", isOn ? "true" : "false")]);
        using var answer = await client.PostAsync(new Uri("/operate/read-only", UriKind.Relative), form, Cancel);
        ((int)answer.StatusCode).ShouldBeLessThan(400);
    }
}
