using AslTutorial.Web.Tests.Admission;
using AslTutorial.Web.Tests.Confusions;
using AslTutorial.Web.Tests.Exercises;
using AslTutorial.Web.Tests.Floor;
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
public sealed class RunStartOnPostgresTests(OneSite one) : RunStartTests(one);

[OnPostgres]
public sealed class RunCancellingOnPostgresTests(OneSite one) : RunCancellingTests(one);

[OnPostgres]
public sealed class RunChangingOnPostgresTests(OneSite one) : RunChangingTests(one);

[OnPostgres]
public sealed class RunPausesOnPostgresTests : RunPausesTests;

[OnPostgres]
public sealed class RunRepeatOnPostgresTests : RunRepeatTests;

[OnPostgres]
public sealed class RunReplayOnPostgresTests : RunReplayTests;

[OnPostgres]
public sealed class RunReportOnPostgresTests(OneSite one) : RunReportTests(one);

[OnPostgres]
public sealed class RunListOnPostgresTests(OneSite one) : RunListTests(one);

[OnPostgres]
public sealed class SharedRunOnPostgresTests : SharedRunTests;

[OnPostgres]
public sealed class LeftSharedRunOnPostgresTests : LeftSharedRunTests;

[OnPostgres]
public sealed class LostTrainerOnPostgresTests : LostTrainerTests;

[OnPostgres]
public sealed class RunReconcilerOnPostgresTests : RunReconcilerTests;

[OnPostgres]
public sealed class FloorNodesOnPostgresTests : FloorNodesTests;

[OnPostgres]
public sealed class WatchingOnPostgresTests : WatchingTests;

[OnPostgres]
public sealed class NotebookValueOnPostgresTests(SharedSite shared) : NotebookValueTests(shared);

[OnPostgres]
public sealed class NotebookRunOnPostgresTests(OneSite one) : NotebookRunTests(one);

[OnPostgres]
public sealed class NotebookQueueOnPostgresTests(OneSite one) : NotebookQueueTests(one);

[OnPostgres]
public sealed class OpenNotebooksOnPostgresTests(SharedSite shared) : OpenNotebooksTests(shared);

[OnPostgres]
public sealed class NotebookNodesOnPostgresTests : NotebookNodesTests;

[OnPostgres]
public sealed class LessonPlacesOnPostgresTests(SharedSite shared) : LessonPlacesTests(shared);

[OnPostgres]
public sealed class KernelRestartOnPostgresTests : KernelRestartTests;

[OnPostgres]
public sealed class ExerciseWorkOnPostgresTests(OneSite one) : ExerciseWorkTests(one);

[OnPostgres]
public sealed class JudgedOnceOnPostgresTests(OneSite one) : JudgedOnceTests(one);

[OnPostgres]
public sealed class QuestionAnsweringOnPostgresTests(OneSite one) : QuestionAnsweringTests(one);

[OnPostgres]
public sealed class ConfusionNotesOnPostgresTests(SharedSite shared) : ConfusionNotesTests(shared);

[OnPostgres]
public sealed class LearnerCookieOnPostgresTests(SharedSite shared) : LearnerCookieTests(shared);

[OnPostgres]
public sealed class LearnerBookOnPostgresTests : LearnerBookTests;

[OnPostgres]
public sealed class LearnerOnPostgresTests : LearnerTests;

[OnPostgres]
public sealed class LooksAfterRestartOnPostgresTests : LooksAfterRestartTests;

[OnPostgres]
public sealed class ExampleRunsOnPostgresTests : ExampleRunsTests;

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
