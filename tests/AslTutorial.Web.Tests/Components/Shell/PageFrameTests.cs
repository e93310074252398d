using AslTutorial.Web.Components.Shell;
using Bunit;
using Microsoft.AspNetCore.Components.Sections;

namespace AslTutorial.Web.Tests.Components.Shell;

public sealed class PageFrameTests
{
    [Fact]
    public void Render_WithRails_EachHasANamedOpenerInTheBar()
    {
        using var shell = new ShellContext();
        var start = shell.Render<SectionOutlet>(p => p.Add(o => o.SectionName, ShellSections.BarStart));
        var end = shell.Render<SectionOutlet>(p => p.Add(o => o.SectionName, ShellSections.BarEnd));
        var frame = shell.Render<PageFrame>(p => p.Add(f => f.Contents, "<ol></ol>").Add(f => f.Side, "<p></p>").AddChildContent("text"));
        foreach (var (bar, rail) in new[] { (start, "contents-rail"), (end, "side-rail") })
        {
            var opener = bar.Find($"button[popovertarget={rail}]");
            opener.GetAttribute("aria-label").ShouldNotBeNullOrEmpty();
            frame.Find($"#{rail}").HasAttribute("popover").ShouldBeTrue();
        }
    }

    [Fact]
    public void Render_WithoutRails_NoOpeners()
    {
        using var shell = new ShellContext();
        var start = shell.Render<SectionOutlet>(p => p.Add(o => o.SectionName, ShellSections.BarStart));
        var frame = shell.Render<PageFrame>(p => p.AddChildContent("text"));
        start.Markup.ShouldBeEmpty();
        frame.FindAll("[popover]").ShouldBeEmpty();
    }
}
