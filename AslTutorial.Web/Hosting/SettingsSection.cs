namespace AslTutorial.Web.Hosting;

/// <summary>A section under <see cref="Root"/> and its options class. All sections together show which settings exist, to find typing errors.</summary>
internal sealed record SettingsSection(string Name, Type Options)
{
    public const string Root = "AslTutorial";

    public string Path => $"{Root}:{Name}";
}
