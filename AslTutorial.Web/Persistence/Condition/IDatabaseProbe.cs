namespace AslTutorial.Web.Persistence.Condition;

/// <summary>Bytes in a database that is not in the storage folder.</summary>
internal readonly record struct DatabaseUse(long Rows, long RunFiles, long EpochFiles);

/// <summary>Tries whether the database does what the site needs of it.</summary>
internal interface IDatabaseProbe
{
    /// <summary>Answers within a few seconds.</summary>
    StorageFault? Find();

    /// <summary>Whether it is sound; may take long.</summary>
    StorageFault? Check();

    /// <summary>What is elsewhere than in the storage folder; nothing where the database does not answer.</summary>
    DatabaseUse Measure();
}
