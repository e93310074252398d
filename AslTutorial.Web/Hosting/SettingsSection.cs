namespace AslTutorial.Web.Hosting;

/// <summary>A section under <see cref="Root"/> and the class it is bound to: what the site knows, so that a typing error can be told.</summary>
internal sealed record SettingsSection(string Name, Type Options)
{
    public const string Root = "AslTutorial";

    public string Path => $"{Root}:{Name}";
}
