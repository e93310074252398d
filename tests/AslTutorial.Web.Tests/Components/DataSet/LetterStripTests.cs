using AslTutorial.Web.Components.DataSet;
using AslTutorial.Web.Tests.Components.Shell;
using Bunit;

namespace AslTutorial.Web.Tests.Components.DataSet;

public sealed class LetterStripTests
{
    [Fact]
    public void Render_Alphabet_TwentyFourNumberedAndTwoThatMove()
    {
        using var shell = new ShellContext();
        var strip = shell.Render<LetterStrip>();
        strip.FindAll("li.moves .letter").Select(l => l.TextContent).ShouldBe(["J", "Z"]);
        strip.FindAll("li:not(.moves)").Select(l => l.TextContent.Trim()).Select(t => string.Concat(t.Where(c => !char.IsWhiteSpace(c))))
            .ShouldBe("ABCDEFGHIKLMNOPQRSTUVWXY".Select((letter, number) => $"{letter}{number}"));
    }
}
