using AslTutorial.Lessons.Content;
using AslTutorial.Lessons.Prose;
using AslTutorial.Lessons.Yaml;

namespace AslTutorial.Lessons.Questions;

/// <summary>Puts questions into a language; their answers go a way of their own.</summary>
internal sealed class QuestionReader(LessonSources sources, Translator translator, string page, FaultLog faults)
{
    private readonly List<LessonQuestion> _questions = [];
    private readonly List<ProseLink> _links = [];
    private readonly Dictionary<string, LessonAnswer> _answers = new(StringComparer.Ordinal);

    private string File => sources.Folder.NameOf(QuestionSource.FileName);

    public IReadOnlyList<LessonQuestion> Read => _questions;

    public IReadOnlyList<ProseLink> Links => _links;

    public IReadOnlyDictionary<string, LessonAnswer> Answers => _answers;

    public LessonQuestion? Find(string id)
    {
        if (!sources.Questions.TryGetValue(id, out var source))
        {
            return null;
        }

        _answers[id] = new LessonAnswer(id, source.Choice, source.Values, Html(source.Explanation));
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
