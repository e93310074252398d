using AslTutorial.Lessons.Checking;
using AslTutorial.Lessons.Exercises;
using AslTutorial.Lessons.Library;
using AslTutorial.Lessons.Tests.Library;

namespace AslTutorial.Lessons.Tests.Checking;

/// <summary>A small lesson without a fault, in both languages, with one of everything; a test then breaks one thing.</summary>
internal sealed class SampleLesson : IDisposable
{
    private readonly LessonFolder _folder = new();
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly LessonSite _site;

    /// <param name="exercise">The id of its exercise.</param>
    public SampleLesson(string exercise = "second")
    {
        _site = new()
        {
            Widgets = _ => ["dial"],
            Pages = ["", "data"],
            Programs = new Dictionary<string, SitePrograms>
            {
                [LessonFolder.Slug] = new([new SiteCell("first", ["count"]), new SiteCell(exercise, ["answer"])], ["construct"], ["log"]),
            },
        };
        Put("lesson.yml", $$"""
            number: 1
            before: { zh-CN: 前, en: Before }
            cells:
              - id: first
                needs: []
                parameters:
                  - { name: count, label: { zh-CN: 个数, en: how many } }
              - { id: {{exercise}}, needs: [first] }
            """);
        Put("code/first.py", "# zh-CN: 数一数\n# en: Count\nn = ⟪count⟫\n");
        Put($"code/{exercise}.py", "print(⟦answer⟧)\n");
        Put($"code/{exercise}.solution.py", "print(n)\n");
        Put($"exercises/{exercise}.yml", $$"""
            id: {{exercise}}
            title: { zh-CN: 补全, en: Complete it }
            objects: [n]
            outcome: { at: construct }
            gaps:
              - name: answer
                kind: name
                label: { zh-CN: 要打印的, en: what to print }
                accept: [n]
            mistakes: []
            hints: []
            solution: { zh-CN: 就是它。, en: That is it. }
            """);
        Put("questions.yml", """
            questions:
              - id: guess
                kind: value
                cell: first
                answer: [3]
                prompt: { zh-CN: 几个？, en: How many? }
                explanation: { zh-CN: 三个。, en: Three. }
            """);
        Put("figures.yml", """
            figures:
              - id: arrow
                alt: { zh-CN: 箭头, en: An arrow }
                description: { zh-CN: 向右。, en: To the right. }
            """);
        Put("en.md", Text(exercise, "Title", "Heading", $"Words with [a link](#part), [another](lessons/sample#{exercise}) and [data](data)."));
        Put("zh-CN.md", Text(exercise, "题目", "标题", $"文字，[链接](#part)、[另一个](lessons/sample#{exercise})、[数据](data)。"));
        PutFigure("arrow.svg", Svg("fig-arrow-title"));
        PutFigure("arrow-narrow.svg", Svg("fig-arrow-narrow-title"));
    }

    public string Root => _folder.Root;

    public string PathOf(string name) => Path.Combine(_folder.Root, LessonFolder.Slug, name);

    /// <summary>Replaces something in a file; what is not there cannot be broken.</summary>
    public SampleLesson Break(string name, string old, string replacement)
    {
        _files[name].ShouldContain(old, Case.Sensitive);
        Put(name, _files[name].Replace(old, replacement, StringComparison.Ordinal));
        return this;
    }

    public SampleLesson Remove(string name)
    {
        File.Delete(PathOf(name));
        return this;
    }

    public SampleLesson RemoveFigure(string name)
    {
        File.Delete(Path.Combine(_folder.WebRoot, "figures", LessonFolder.Slug, name));
        return this;
    }

    public void Put(string name, string text)
    {
        _files[name] = text;
        _folder.Write(name, text);
    }

    public void PutFigure(string name, string text) => _folder.WriteFigure(name, text);

    public LessonCheckResult Check() => new LessonCheck(_folder.Root, _folder.WebRoot, _site).Run();

    public LessonLibrary Library() => new(_folder.Root, _folder.WebRoot, _site);

    public ExerciseLibrary Exercises() => new(_folder.Root);

    public void Dispose() => _folder.Dispose();

    private static string Text(string exercise, string title, string heading, string words) => $"""
        ---
        title: {title}
        ---

        ## 1 {heading} [#part]

        {words}

        ::: cell first
        :::

        ::: predict guess
        :::

        ::: figure arrow
        {words}
        :::

        ::: widget dial
        :::

        ::: exercise {exercise}
        :::

        ::: solution {exercise} {title}
        {words}
        :::

        ::: note
        {words}
        :::

        """.Replace("[#part]", "{#part}", StringComparison.Ordinal);

    private static string Svg(string id) =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><title id=\"{id}\" data-text=\"alt\">?</title></svg>";
}
