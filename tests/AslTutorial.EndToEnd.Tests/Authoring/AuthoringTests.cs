using AslTutorial.EndToEnd.Tests.Browser;
using AslTutorial.EndToEnd.Tests.Site;
using Microsoft.Playwright;

namespace AslTutorial.EndToEnd.Tests.Authoring;

/// <summary>In Development the open page follows the files.</summary>
public sealed class AuthoringTests(ChromiumFixture chromium) : IAsyncLifetime
{
    private const string Text = "zh-CN.md";
    private const string Paragraph = "先导入要用的库，选定设备。";
    private const string Saved = "这一段刚刚保存过。";

    private readonly TemporaryDirectory _folder = new();
    private ContentCopy _content = default!;
    private SiteProcess? _site;

    public async ValueTask InitializeAsync()
    {
        _content = new ContentCopy(_folder.Path);
        _site = await _content.StartSiteAsync(Path.Combine(_folder.Path, "storage"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task Text_Saved_InTheOpenPageWithWhatWasTypedAndWhereItWas()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, _site!.Address);
        var notebook = await OpenAsync(visit);
        await notebook.Field("dataset").FillAsync("'label'");
        await Assertions.Expect(notebook.Cell("dataset").Locator("code-place").First).ToHaveAttributeAsync("data-kept", "'label'");
        await notebook.Field("dataset", 1).FocusAsync();
        var top = await TopOfAsync(notebook.Cell("dataset"));

        // Still on its way to the server when the text comes.
        await visit.Page.Keyboard.TypeAsync("IMG");
        _content.Save(Text, WithParagraph(string.Concat(Enumerable.Repeat(Saved, 12))));

        await Assertions.Expect(visit.Page.Locator("article")).ToContainTextAsync(Saved);
        await Assertions.Expect(visit.Page.Locator("article")).Not.ToContainTextAsync(Paragraph);
        await visit.Page.Keyboard.TypeAsync("_CHS");
        await Assertions.Expect(notebook.Field("dataset")).ToHaveValueAsync("'label'");
        await Assertions.Expect(notebook.Field("dataset", 1)).ToHaveValueAsync("IMG_CHS");
        await Assertions.Expect(notebook.Cell("dataset").Locator("code-place").Nth(1)).ToHaveAttributeAsync("data-kept", "IMG_CHS");
        await Assertions.Expect(notebook.Field("dataset", 1)).ToBeFocusedAsync();
        (await TopOfAsync(notebook.Cell("dataset"))).ShouldBe(top, 4);
        await ShouldBeTheSamePageAsync(visit);
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Fault_Saved_NamedUntilItIsMended()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, _site!.Address);
        var notebook = await OpenAsync(visit);
        var faults = visit.Page.Locator(".lesson-faults");
        await Assertions.Expect(faults).ToHaveCountAsync(0);
        var text = _content.Read(Text);

        _content.Save(Text, text + "\n::: widget nowhere\n");

        await Assertions.Expect(faults).ToContainTextAsync($"cnn/{Text}:{text.Split('\n').Length + 1}");
        await Assertions.Expect(faults).ToContainTextAsync("页面显示的是最近一个能够显示的版本");
        await Assertions.Expect(visit.Page.Locator("article")).ToContainTextAsync(Paragraph);

        _content.SaveByRename(Text, text.Replace(Paragraph, Saved, StringComparison.Ordinal));

        await Assertions.Expect(faults).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.Locator("article")).ToContainTextAsync(Saved);
        await Assertions.Expect(notebook.Cell("setup")).ToBeVisibleAsync();
        await ShouldBeTheSamePageAsync(visit);
        visit.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task ListingAndExerciseAndFigure_Saved_InTheOpenPage()
    {
        await using var visit = await Visit.BeginAsync(chromium.Browser, _site!.Address);
        var notebook = await OpenAsync(visit);

        _content.SaveByRename("code/load.py", _content.Read("code/load.py") + "# a line that was saved\n");
        await Assertions.Expect(notebook.Cell("load").Locator(".python code")).ToContainTextAsync("# a line that was saved");

        _content.Save("exercises/dataset.yml", _content.Read("exercises/dataset.yml").Replace("zh-CN: 要取出的列", "zh-CN: 刚保存的名字", StringComparison.Ordinal));
        await Assertions.Expect(notebook.Field("dataset")).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("刚保存的名字"));

        _content.Save("figures.yml", _content.Read("figures.yml").Replace("zh-CN: 4 × 4 的特征图经", "zh-CN: 刚保存的图，经", StringComparison.Ordinal));
        await Assertions.Expect(visit.Page.Locator("#fig-max-pooling svg").First).ToContainTextAsync("刚保存的图");

        _content.SaveFigure("dropout.svg", _content.ReadFigure("dropout.svg").Replace("</svg>", "<circle r=\"3\"/></svg>", StringComparison.Ordinal));
        await Assertions.Expect(visit.Page.Locator("#fig-dropout .figure-wide circle").Last).ToHaveAttributeAsync("r", "3");
        await ShouldBeTheSamePageAsync(visit);
        visit.Errors.ShouldBeEmpty();
    }

    private static async Task<NotebookOnPage> OpenAsync(Visit visit)
    {
        var notebook = await NotebookOnPage.OpenAsync(visit, "/lessons/cnn?culture=zh-CN");
        await visit.Page.EvaluateAsync("window.isThePageThatWasOpened = true");
        return notebook;
    }

    private static async Task ShouldBeTheSamePageAsync(Visit visit) =>
        (await visit.Page.EvaluateAsync<bool>("window.isThePageThatWasOpened === true")).ShouldBeTrue();

    private static Task<double> TopOfAsync(ILocator element) => element.EvaluateAsync<double>("e => e.getBoundingClientRect().top");

    private string WithParagraph(string text)
    {
        var before = _content.Read(Text);
        before.ShouldContain(Paragraph);
        return before.Replace(Paragraph, text, StringComparison.Ordinal);
    }
}
