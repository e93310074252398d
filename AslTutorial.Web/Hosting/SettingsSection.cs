namespace AslTutorial.Web.Hosting;

/// <summary>A section under <see cref="Root"/> and its options class; used to find misspelled settings.</summary>
internal sealed record SettingsSection(string Name, Type Options)
{
    public const string Root = "AslTutorial";

    public string Path => $"{Root}:{Name}";
}
