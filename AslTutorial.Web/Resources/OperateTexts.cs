namespace AslTutorial.Web.Resources;

/// <summary>Names the resource files OperateTexts.resx (English) and OperateTexts.zh-CN.resx for IStringLocalizer.</summary>
public sealed class OperateTexts
{
    private OperateTexts()
    {
    }
}
