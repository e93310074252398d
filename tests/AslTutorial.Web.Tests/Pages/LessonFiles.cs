using AslTutorial.Web.Tests.Site;

namespace AslTutorial.Web.Tests.Pages;

/// <summary>The files of a small lesson: a paragraph, and two cells.</summary>
internal sealed class LessonFiles : IDisposable
{
    public const string Slug = "short";

    private readonly TestFolder _folder = new();

    public LessonFiles()
    {
        Write("lesson.yml", """
            number: 9
            summary: { zh-CN: 短课, en: A short one }
            cells:
              - { id: setup, needs: [] }
              - id: peek
                needs: [setup]
                parameters: [{ name: rows, label: { zh-CN: 行数, en: rows } }]
            """);
        Write("code/setup.py", "import torch\n");
        Write("code/peek.py", "frame.head(⟪rows⟫)\n");
        WriteText("Before.");
    }

    public string Directory => _folder.Path;

    /// <summary>The text, in both languages, with something between the two cells.</summary>
    public void WriteText(string paragraph, string between = "")
    {
        Write("zh-CN.md", Text(paragraph, between));
        Write("en.md", Text(paragraph, between));
    }

    public void Write(string name, string text)
    {
        var path = Path.Combine(_folder.Path, Slug, name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Dispose() => _folder.Dispose();

    private static string Text(string paragraph, string between) => $$"""
        ---
        title: A lesson
        description: For the test.
        ---

        ## 9 A lesson {#a-lesson}

        {{paragraph}}

        ::: cell setup
        :::

        {{between}}

        ::: cell peek
        :::
        """;
}
