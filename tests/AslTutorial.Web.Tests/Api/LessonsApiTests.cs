using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AslTutorial.Training.Contracts.Course;
using AslTutorial.Training.Lessons;
using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Api;

public sealed class LessonsApiTests(SharedSite shared)
{
    private static readonly LessonDescription Programs = TaughtLessons.Course.Find("cnn")!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("zh-CN", "卷积")]
    [InlineData("en", "onvolution")]
    public async Task Get_Lesson_HasSectionsCellsAndGapNames(string language, string word)
    {
        using var client = shared.Site.Client();

        var lesson = await client.GetFromJsonAsync<JsonElement>($"/api/lessons/cnn?lang={language}", Cancel);

        lesson.GetProperty("slug").GetString().ShouldBe("cnn");
        lesson.GetProperty("language").GetString().ShouldBe(language);
        lesson.GetProperty("title").GetString().ShouldNotBeNull().ShouldContain(word);
        var cells = Strings(lesson.GetProperty("cells"), "id");
        cells.ShouldBe(lesson.GetProperty("sections").EnumerateArray().SelectMany(s => s.GetProperty("cells").EnumerateArray()).Select(c => c.GetString()));
        Programs.Cells.Where(c => c.IsListed).Select(c => c.Id).ShouldBeSubsetOf(cells!);
        var exercises = lesson.GetProperty("exercises").EnumerateArray().ToDictionary(
            e => e.GetProperty("id").GetString()!, e => e.GetProperty("gaps").EnumerateArray().Select(g => g.GetString()).ToList());
        exercises.Keys.ShouldBe(["dataset", "dataloader", "train-validate"]);
        exercises["dataset"].ShouldBe(["label", "channels", "width", "height"]);
        exercises["dataloader"].ShouldBe(["train_shuffle", "valid_shuffle"]);
        exercises["train-validate"].ShouldBe(
            ["first_name", "first_mode", "first_loader", "first_word", "second_name", "second_mode", "second_loader", "second_word"]);
    }

    [Fact]
    public async Task Get_Lesson_ParametersAreThoseOfItsPrograms()
    {
        using var client = shared.Site.Client();

        var lesson = await client.GetFromJsonAsync<JsonElement>("/api/lessons/cnn?lang=en", Cancel);

        foreach (var cell in lesson.GetProperty("cells").EnumerateArray().Where(c => c.GetProperty("canRun").GetBoolean()))
        {
            var program = Programs.Find(cell.GetProperty("id").GetString()!).ShouldNotBeNull();
            cell.GetProperty("parameters").EnumerateArray().Select(n => n.GetString())
                .ShouldBe(program.Parameters.Where(p => p.Default is not null).Select(p => p.Name), ignoreOrder: true, program.Id);
        }
    }

    [Fact]
    public async Task Get_Lessons_ListsThem()
    {
        using var client = shared.Site.Client();

        var lessons = await client.GetFromJsonAsync<JsonElement>("/api/lessons?lang=en", Cancel);

        Strings(lessons, "slug").ShouldContain("cnn");
    }

    [Theory]
    [InlineData("/api/lessons/no-such", HttpStatusCode.NotFound)]
    [InlineData("/api/lessons/..%2Fcnn", HttpStatusCode.NotFound)]
    [InlineData("/api/lessons/cnn?lang=fr", HttpStatusCode.BadRequest)]
    [InlineData("/api/lessons?lang=fr", HttpStatusCode.BadRequest)]
    public async Task Get_Wrong_IsAProblem(string address, HttpStatusCode expected)
    {
        using var client = shared.Site.Client();

        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);

        answer.StatusCode.ShouldBe(expected);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    private static List<string?> Strings(JsonElement list, string property) =>
        [.. list.EnumerateArray().Select(item => item.GetProperty(property).GetString())];
}
