namespace AslTutorial.Lessons.Checking;

/// <summary>What a site can run for a lesson.</summary>
/// <param name="Cells">The cells of its page.</param>
/// <param name="Stages">How far answers can be executed, by name.</param>
/// <param name="Views">What can show a mistake's damage, by name.</param>
public sealed record SitePrograms(IReadOnlyList<SiteCell> Cells, IReadOnlyList<string> Stages, IReadOnlyList<string> Views);
