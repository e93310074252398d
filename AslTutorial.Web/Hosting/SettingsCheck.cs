using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Hosting;

/// <summary>Checks all settings before anything starts, so that a wrong one is reported in one line without a stack trace.</summary>
internal sealed class SettingsCheck(IConfiguration configuration, IEnumerable<SettingsSection> sections, IStartupValidator validator)
{
    /// <exception cref="StartFaultException">A setting is wrong.</exception>
    public void Run()
    {
        var faults = Unknown().ToList();
        try
        {
            validator.Validate();
        }
        catch (OptionsValidationException e)
        {
            faults.AddRange(e.Failures);
        }
        catch (AggregateException e)
        {
            foreach (var inner in e.InnerExceptions)
            {
                faults.AddRange(inner is OptionsValidationException validation ? validation.Failures : [inner.Message]);
            }
        }

        if (faults.Count > 0)
        {
            throw new StartFaultException(string.Join("; ", faults));
        }
    }

    private IEnumerable<string> Unknown()
    {
        foreach (var section in configuration.GetSection(SettingsSection.Root).GetChildren())
        {
            var known = sections.Where(s => s.Name.Equals(section.Key, StringComparison.OrdinalIgnoreCase)).ToList();
            if (known.Count == 0)
            {
                yield return $"{section.Path} is no setting of this site; there are {Names(sections.Select(s => s.Path))}";
                continue;
            }

            var properties = known.SelectMany(s => s.Options.GetProperties()).Where(p => p.CanWrite).Select(p => p.Name).ToList();
            foreach (var key in section.GetChildren())
            {
                if (!properties.Contains(key.Key, StringComparer.OrdinalIgnoreCase))
                {
                    yield return $"{key.Path} is no setting of this site; {section.Path} has {Names(properties)}";
                }
            }
        }
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Distinct().Order(StringComparer.Ordinal));
}
