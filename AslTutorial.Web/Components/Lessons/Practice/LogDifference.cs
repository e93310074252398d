using System.Net;
using System.Text;

namespace AslTutorial.Web.Components.Lessons.Practice;

/// <summary>Marks the words in printed lines that differ from another run's.</summary>
internal static class LogDifference
{
    public static string Html(string text, string other)
    {
        var html = new StringBuilder();
        var others = other.Split('\n');
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            html.Append(i > 0 ? "\n" : "");
            Append(html, lines[i].Split(' '), i < others.Length ? others[i].Split(' ') : []);
        }

        return html.ToString();
    }

    private static void Append(StringBuilder html, string[] words, string[] others)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var differs = words[i].Length > 0 && (i >= others.Length || others[i] != words[i]);
            html.Append(i > 0 ? " " : "").Append(differs ? "<mark>" : "").Append(WebUtility.HtmlEncode(words[i])).Append(differs ? "</mark>" : "");
        }
    }
}
