using AslTutorial.Web.Resources;
using Microsoft.Extensions.Localization;

namespace AslTutorial.Web.Admission;

/// <summary>Refusals that the reader of an open page would otherwise not notice; RefusalNotice shows them.</summary>
internal sealed class PageRefusals(IStringLocalizer<AdmissionTexts> texts)
{
    /// <summary>Raised with the sentence for the reader.</summary>
    public event Action<string>? Said;

    public void Say(Refusal refusal) => Say(refusal.Sentence(texts));

    public void Say(string sentence) => Said?.Invoke(sentence);
}
