using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Web.Resources;
using Microsoft.Extensions.Localization;

namespace AslTutorial.Web.Api;

/// <summary>Describes pictures in the reader's language.</summary>
internal sealed class CellWords(IStringLocalizer<NotebookTexts> texts)
{
    public string Describe(CellImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var letters = string.Join(' ', image.Letters.ToUpperInvariant().AsEnumerable());
        return image.Letters.Length < image.Total
            ? texts["Image.First", image.Letters.Length, image.Total, letters]
            : texts["Image.All", image.Total, letters];
    }
}
