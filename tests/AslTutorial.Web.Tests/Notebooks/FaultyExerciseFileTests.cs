using System.Net;
using AslTutorial.Web.Learners;
using AslTutorial.Web.Tests.Site;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AslTutorial.Web.Tests.Notebooks;

/// <summary>What an author breaks in the file that judges an exercise takes the page from nobody.</summary>
public sealed class FaultyExerciseFileTests
{
    private const string Lesson = "/lessons/cnn?culture=en";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReaderWhoHasTypedInIt_StillReadsTheLesson()
    {
        using var folder = new TestFolder();
        var content = Path.Combine(folder.Path, "content");
        Copy(Path.Combine(Repository.Root, "content"), content);
        Copy(Path.Combine(Repository.Root, "wwwroot", "figures"), Path.Combine(folder.Path, "wwwroot", "figures"));
        var exercise = Path.Combine(content, "lessons", "cnn", "exercises", "dataset.yml");
        await File.WriteAllTextAsync(exercise, $"{await File.ReadAllTextAsync(exercise, Cancel)}\nno-such-key: 1\n", Cancel);
        await using var site = await TestSite.StartAsync(("Content:Directory", content));
        using var reader = site.Client(keepCookies: false);
        using var first = await reader.GetAsync(Lesson, Cancel);
        var cookie = first.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith(LearnerCookie.Name, StringComparison.Ordinal)).Split(';')[0];
        var learner = site.Services.GetRequiredService<LearnerCookie>().Read(new DefaultHttpContext { Request = { Headers = { Cookie = cookie } } }.Request);
        (await site.TypeAsync("dataset", "label", "my_label", learner!)).ShouldBeNull("nobody can tell");

        using var request = new HttpRequestMessage(HttpMethod.Get, Lesson);
        request.Headers.Add("Cookie", cookie);
        using var answer = await reader.SendAsync(request, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("my_label");
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
