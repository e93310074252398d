namespace AslTutorial.Web.Notebooks;

/// <summary>Names a notebook.</summary>
internal readonly record struct NotebookKey(string Learner, string Lesson);
