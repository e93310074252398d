using AslTutorial.Lessons.Tests.Library;

namespace AslTutorial.Lessons.Tests.Prose;

/// <summary>What an author writes is on the page.</summary>
public sealed class NothingLostTests
{
    [Theory]
    [InlineData("::: note My *own* title & more\nWords.\n:::", "<p class=\"callout-title\">My *own* title &amp; more</p>")]
    [InlineData("::: note\nWords.\n:::", "<p class=\"callout-title\">Note</p>")]
    [InlineData("::: warning <b>\nWords.\n:::", "<p class=\"callout-title\">&lt;b&gt;</p>")]
    [InlineData("A torch::nn::Linear in prose, ::twice::.", "<p>A torch::nn::Linear in prose, ::twice::.</p>")]
    [InlineData("![A $k < 3$ chart](a.png)", "alt=\"A k &lt; 3 chart\"")]
    [InlineData("![A chart[^1]](a.png)\n\n[^1]: Words.", "alt=\"A chart[1]\"")]
    public void Prose_Written_Shown(string markdown, string html) =>
        string.Concat(LessonFolder.Read($"{LessonFolder.Top}{markdown}\n").Sections[0].Blocks.Cast<LessonBlock.Prose>().Select(block => block.Html)).ShouldContain(html);
}
