using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace AslTutorial.Web.Hosting;

/// <summary>Holds the numbers among the settings of a section against the [Range] that stands on each of them.</summary>
internal sealed class RangeValidator<TOptions>(string section) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var faults = typeof(TOptions).GetProperties().Select(property => Fault(property, options)).OfType<string>().ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    // Compared as decimals: the attribute's own check throws where an int's range stands on a long that no int can hold.
    private string? Fault(PropertyInfo property, TOptions options) =>
        property.GetCustomAttribute<RangeAttribute>() is { } range && property.GetValue(options) is { } value
        && (Number(value) < Number(range.Minimum) || Number(value) > Number(range.Maximum))
            ? string.Create(CultureInfo.InvariantCulture, $"{section}:{property.Name} is from {range.Minimum} to {range.Maximum}, not {value}")
            : null;

    private static decimal Number(object value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture);
}
