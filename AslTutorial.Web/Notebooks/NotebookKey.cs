namespace AslTutorial.Web.Notebooks;

/// <summary>Names a notebook.</summary>
[GenerateSerializer, Immutable]
internal readonly record struct NotebookKey(string Learner, string Lesson)
{
    /// <summary>As its owner is named: a lesson's name is a folder's and has no slash.</summary>
    public override string ToString() => $"{Lesson}/{Learner}";

    public static NotebookKey Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return new(text[(slash + 1)..], text[..slash]);
    }
}
