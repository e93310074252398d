using AslTutorial.Web.Resources;
using Microsoft.Extensions.Localization;

namespace AslTutorial.Web.Admission;

/// <summary>What the reader of an open page was refused and would else never hear of; RefusalNotice shows it.</summary>
internal sealed class PageRefusals(IStringLocalizer<AdmissionTexts> texts)
{
    /// <summary>Raised with the sentence for the reader.</summary>
    public event Action<string>? Said;

    public void Say(Refusal refusal) => Say(refusal.Sentence(texts));

    public void Say(string sentence) => Said?.Invoke(sentence);
}
