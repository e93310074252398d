using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Persistence.Condition;

/// <summary>Distinguishes faults of the storage from faults of the program.</summary>
internal static class StorageFailure
{
    public static bool IsOne(Exception fault) => fault is DbException or DbUpdateException or IOException or UnauthorizedAccessException;
}
