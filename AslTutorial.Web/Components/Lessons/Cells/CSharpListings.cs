using System.Collections.Concurrent;
using AslTutorial.Lessons.Listings;
using AslTutorial.Training.Contracts.Cells;

namespace AslTutorial.Web.Components.Lessons.Cells;

/// <summary>The listings that the build cut out of the compiled cells; each is coloured once.</summary>
internal sealed class CSharpListings : ICSharpListings
{
    private readonly ConcurrentDictionary<(string Cell, string Language), Listing?> _known = new();

    public Listing? Find(string cell, string language) => _known.GetOrAdd(
        (cell, language),
        static key => CellSources.Find(key.Cell, key.Language) is { Length: > 0 } source ? ListingReader.MarkedCSharp(source, key.Language) : null);
}
