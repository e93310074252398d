namespace AslTutorial.Web.Notebooks;

[GenerateSerializer, Immutable]
internal readonly record struct NotebookKey(string Learner, string Lesson)
{
    /// <summary>The grain's key. A lesson's slug is a folder name, so it has no slash.</summary>
    public override string ToString() => $"{Lesson}/{Learner}";

    public static NotebookKey Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return new(text[(slash + 1)..], text[..slash]);
    }
}
