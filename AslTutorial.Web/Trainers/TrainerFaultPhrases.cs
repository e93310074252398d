using AslTutorial.Training.Contracts;
using AslTutorial.Web.Resources;
using Microsoft.Extensions.Localization;

namespace AslTutorial.Web.Trainers;

/// <summary>A trainer's fault in the reader's language: each code has a text "TrainerFault.{code}".</summary>
internal static class TrainerFaultPhrases
{
    public static string Of(TrainerFault fault, IStringLocalizer<Texts> texts) =>
        texts[$"TrainerFault.{(TrainerFaultCodes.All.Contains(fault.Code) ? fault.Code : TrainerFaultCodes.Unknown)}"];
}
