using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AslTutorial.Training.Contracts.Cells;
using AslTutorial.Training.Contracts.Course;

namespace AslTutorial.Web.Notebooks;

/// <summary>A learner's texts in a notebook, parsed on demand.</summary>
/// <param name="cells">The lesson's.</param>
internal sealed class NotebookValues(LessonCells cells, IReadOnlyDictionary<(string Cell, string Name), string> texts, ValueReader reader)
{
    private readonly Dictionary<(string Cell, string Name), GapReading> _read = [];

    public LessonCells Cells => cells;

    public string? TextOf(string cell, string name) => texts.GetValueOrDefault((cell, name));

    public GapReading Of(NotebookCell cell, CellParameter parameter)
    {
        var key = (cell.Id, parameter.Name);
        if (!_read.TryGetValue(key, out var reading))
        {
            reading = reader.Read(cell, parameter, TextOf(cell.Id, parameter.Name));
            _read[key] = reading;
        }

        return reading;
    }

    /// <summary>The first faulty value of a cell, or null.</summary>
    public CellParameter? FindFault(NotebookCell cell) => cell.Parameters.FirstOrDefault(p => Of(cell, p).Fault is not null);

    /// <summary>The first empty gap that must be filled, or null.</summary>
    public CellParameter? FindEmpty(NotebookCell cell) =>
        cell.Parameters.FirstOrDefault(p => NotebookCell.IsGap(p) && !p.MayBeEmpty && Of(cell, p).IsEmpty);

    public bool HasAnyGap(NotebookCell cell) => cell.Parameters.Any(p => NotebookCell.IsGap(p) && Of(cell, p).Value is not null);

    /// <summary>The arguments to run a cell with: its own values and those of the cells before it, without faulty ones.</summary>
    public IReadOnlyList<CellArgument> Arguments(NotebookCell cell) =>
    [
        .. from needed in cell.Upstream
           from parameter in needed.Parameters
           let reading = Of(needed, parameter)
           where reading.Value is not null
           select new CellArgument(needed.Id, parameter.Name, reading.Value!, reading.Keyword),
    ];

    /// <summary>Equal for equal values, however they are written; different for any others.</summary>
    public string Fingerprint(NotebookCell cell)
    {
        var text = new StringBuilder();
        foreach (var needed in cell.Upstream)
        {
            foreach (var parameter in needed.Parameters)
            {
                Append(text.Append(needed.Id).Append('.').Append(parameter.Name).Append('='), needed, parameter);
                text.Append('\n');
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private void Append(StringBuilder text, NotebookCell cell, CellParameter parameter)
    {
        var reading = Of(cell, parameter);
        if (reading.Fault is not null && NotebookCell.IsGap(parameter))
        {
            text.Append("unreadable ").Append(TextOf(cell.Id, parameter.Name));
        }
        else if ((reading.Value ?? parameter.Default) is { } value)
        {
            var (kind, content) = (value.Kind, value.Text);
            text.Append(CultureInfo.InvariantCulture, $"{reading.Keyword}:{kind} {value.Integer} {value.Real:R} {value.Boolean} {content.Length} {content}");
        }
    }
}
