namespace AslTutorial.Web.Persistence.Condition;

/// <summary>Something that is wrong with what the site keeps.</summary>
/// <param name="Probe">Which look has found it: folder, write, space, keys or database.</param>
/// <param name="Text">One English sentence: what, and what to do. Without paths: anyone may read it.</param>
public sealed record StorageFault(string Probe, string Text);
