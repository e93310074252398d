namespace AslTutorial.Training.Contracts;

/// <summary>A setting that cannot be trained with.</summary>
/// <param name="Field">The field's name in JSON.</param>
/// <param name="Message">What is expected and what was given, in English.</param>
/// <param name="Most">The greatest value that would do, where that is not the field's own.</param>
public sealed record SettingFault(string Field, string Message, int? Most = null);
