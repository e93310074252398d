using AslTutorial.Web.Tests.Confusions;
using AslTutorial.Web.Tests.Exercises;
using AslTutorial.Web.Tests.Learners;
using AslTutorial.Web.Tests.Looks;
using AslTutorial.Web.Tests.Notebooks;
using AslTutorial.Web.Tests.Retention;
using AslTutorial.Web.Tests.Runs;
using AslTutorial.Web.Tests.Site;
using AslTutorial.Web.Tests.Work;

namespace AslTutorial.Web.Tests.Persistence.Postgres;

// What holds on the file holds on PostgreSQL: the same tests, on the other database.
[OnPostgres]
public sealed class RunStartOnPostgresTests : RunStartTests;

[OnPostgres]
public sealed class RunCancellingOnPostgresTests : RunCancellingTests;

[OnPostgres]
public sealed class RunChangingOnPostgresTests : RunChangingTests;

[OnPostgres]
public sealed class RunPausesOnPostgresTests : RunPausesTests;

[OnPostgres]
public sealed class RunRepeatOnPostgresTests : RunRepeatTests;

[OnPostgres]
public sealed class RunReplayOnPostgresTests : RunReplayTests;

[OnPostgres]
public sealed class RunReportOnPostgresTests : RunReportTests;

[OnPostgres]
public sealed class RunListOnPostgresTests(OneSite one) : RunListTests(one);

[OnPostgres]
public sealed class SharedRunOnPostgresTests : SharedRunTests;

[OnPostgres]
public sealed class LeftSharedRunOnPostgresTests : LeftSharedRunTests;

[OnPostgres]
public sealed class LostTrainerOnPostgresTests : LostTrainerTests;

[OnPostgres]
public sealed class WatchingOnPostgresTests : WatchingTests;

[OnPostgres]
public sealed class NotebookValueOnPostgresTests(SharedSite shared) : NotebookValueTests(shared);

[OnPostgres]
public sealed class NotebookRunOnPostgresTests(OneSite one) : NotebookRunTests(one);

[OnPostgres]
public sealed class KernelRestartOnPostgresTests : KernelRestartTests;

[OnPostgres]
public sealed class ExerciseWorkOnPostgresTests(OneSite one) : ExerciseWorkTests(one);

[OnPostgres]
public sealed class QuestionAnswerOnPostgresTests(OneSite one) : QuestionAnswerTests(one);

[OnPostgres]
public sealed class ConfusionNotesOnPostgresTests(SharedSite shared) : ConfusionNotesTests(shared);

[OnPostgres]
public sealed class LearnerCookieOnPostgresTests(SharedSite shared) : LearnerCookieTests(shared);

[OnPostgres]
public sealed class LearnerOnPostgresTests : LearnerTests;

[OnPostgres]
public sealed class LooksAfterRestartOnPostgresTests : LooksAfterRestartTests;

[OnPostgres]
public sealed class EpochThinningOnPostgresTests : EpochThinningTests;

[OnPostgres]
public sealed class WorkDeletingOnPostgresTests : WorkDeletingTests;

[OnPostgres]
public sealed class RetentionOnPostgresTests : RetentionTests;

[OnPostgres]
public sealed class SiteWriterOnPostgresTests(SharedSite shared) : SiteWriterTests(shared);

[OnPostgres]
public sealed class RunStoreOnPostgresTests(SharedSite shared) : RunStoreTests(shared);
