using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace AslTutorial.Web.Persistence.Condition;

/// <summary>Tells a fault of the storage from one of the program.</summary>
internal static class StorageFailure
{
    public static bool IsOne(Exception fault) => fault is DbException or DbUpdateException or IOException or UnauthorizedAccessException;
}
