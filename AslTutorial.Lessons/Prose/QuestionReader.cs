using AslTutorial.Lessons.Files;
using AslTutorial.Lessons.Sources;
using AslTutorial.Lessons.Yaml;

namespace AslTutorial.Lessons.Prose;

/// <summary>Puts questions into a language; their answers are read where they are judged.</summary>
internal sealed class QuestionReader(LessonSources sources, Translator translator, string page, FaultLog faults)
{
    private readonly List<LessonQuestion> _questions = [];
    private readonly List<ProseLink> _links = [];

    private string File => sources.Folder.NameOf(QuestionSource.FileName);

    public IReadOnlyList<LessonQuestion> Read => _questions;

    public IReadOnlyList<ProseLink> Links => _links;

    public LessonQuestion? Find(string id)
    {
        if (!sources.Questions.TryGetValue(id, out var source))
        {
            return null;
        }

        // Shown after an answer, by the exercise library; here it only must not be missing.
        translator.Take(File, source.Explanation);
        var question = new LessonQuestion(
            id,
            Html(source.Prompt),
            source.Options.Select(option => new LessonChoice(option.Id, translator.Take(File, option.Text))).ToList(),
            source.Cell);
        _questions.Add(question);
        return question;
    }

    private string Html(LocalText text)
    {
        var prose = new ProseWriter(File, page, translator.Language, faults, text.Line);
        var html = prose.ReadShort(translator.Take(File, text));
        _links.AddRange(prose.Links);
        return html;
    }
}
