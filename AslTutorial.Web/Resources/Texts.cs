namespace AslTutorial.Web.Resources;

/// <summary>Names the resource files Texts.resx (English) and Texts.zh-CN.resx for IStringLocalizer.</summary>
public sealed class Texts
{
    private Texts()
    {
    }
}
