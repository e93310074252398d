namespace AslTutorial.Web.Recipes;

/// <summary>A value in a cell that cannot be read.</summary>
/// <param name="Cell">The cell's id.</param>
/// <param name="Name">The value's name in the code.</param>
/// <param name="Why">The reason, in the reader's language.</param>
public sealed record UnreadValue(string Cell, string Name, string Why);
