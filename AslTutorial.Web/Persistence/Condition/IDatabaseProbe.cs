namespace AslTutorial.Web.Persistence.Condition;

/// <summary>Bytes used in a database that is not in the storage folder.</summary>
internal readonly record struct DatabaseUse(long Rows, long RunFiles, long EpochFiles);

/// <summary>Tests whether the database does what the site needs.</summary>
internal interface IDatabaseProbe
{
    /// <summary>Answers within a few seconds.</summary>
    StorageFault? Find();

    /// <summary>Whether the database is intact; may take long.</summary>
    StorageFault? Check();

    /// <summary>The space used in a shared database; zero if the database is a file in the storage folder or does not answer.</summary>
    DatabaseUse Measure();
}
