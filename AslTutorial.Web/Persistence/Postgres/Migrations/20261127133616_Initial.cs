using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace AslTutorial.Web.Persistence.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Attempts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    LearnerId = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Lesson = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Exercise = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Answers = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Status = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Mistake = table.Column<string>(type: "text", maxLength: 64, nullable: true, collation: "C"),
                    Outcome = table.Column<byte[]>(type: "bytea", nullable: true),
                    Consequence = table.Column<byte[]>(type: "bytea", nullable: true),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attempts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CellRuns",
                columns: table => new
                {
                    LearnerId = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Lesson = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Cell = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Kernel = table.Column<int>(type: "integer", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    Fingerprint = table.Column<string>(type: "text", maxLength: 128, nullable: false, collation: "C"),
                    DataDigest = table.Column<string>(type: "text", maxLength: 128, nullable: false, collation: "C"),
                    Result = table.Column<byte[]>(type: "bytea", nullable: false),
                    Milliseconds = table.Column<double>(type: "double precision", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CellRuns", x => new { x.LearnerId, x.Lesson, x.Cell });
                });

            migrationBuilder.CreateTable(
                name: "ContactSheets",
                columns: table => new
                {
                    Digest = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Set = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactSheets", x => new { x.Digest, x.Set });
                });

            migrationBuilder.CreateTable(
                name: "DeletedRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DeletedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeletedRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ExerciseWork",
                columns: table => new
                {
                    LearnerId = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Lesson = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Exercise = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Hints = table.Column<int>(type: "integer", nullable: false),
                    SolvedAt = table.Column<long>(type: "bigint", nullable: true),
                    RevealedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExerciseWork", x => new { x.LearnerId, x.Lesson, x.Exercise });
                });

            migrationBuilder.CreateTable(
                name: "Learners",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    FirstSeen = table.Column<long>(type: "bigint", nullable: false),
                    LastSeen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Learners", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Notebooks",
                columns: table => new
                {
                    LearnerId = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Lesson = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Kernel = table.Column<int>(type: "integer", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notebooks", x => new { x.LearnerId, x.Lesson });
                });

            migrationBuilder.CreateTable(
                name: "NotebookValues",
                columns: table => new
                {
                    LearnerId = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Lesson = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Cell = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "text", maxLength: 2000, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotebookValues", x => new { x.LearnerId, x.Lesson, x.Cell, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "QuestionAnswers",
                columns: table => new
                {
                    LearnerId = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Lesson = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Question = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Status = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionAnswers", x => new { x.LearnerId, x.Lesson, x.Question });
                });

            migrationBuilder.CreateTable(
                name: "Runs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ExecutionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Leads = table.Column<bool>(type: "boolean", nullable: false),
                    OrderKey = table.Column<string>(type: "text", maxLength: 64, nullable: true, collation: "C"),
                    IsFresh = table.Column<bool>(type: "boolean", nullable: false),
                    Program = table.Column<string>(type: "text", maxLength: 64, nullable: true, collation: "C"),
                    ComputedAt = table.Column<long>(type: "bigint", nullable: true),
                    ComputedSeconds = table.Column<double>(type: "double precision", nullable: true),
                    TrunkId = table.Column<Guid>(type: "uuid", nullable: true),
                    TrunkEpochs = table.Column<int>(type: "integer", nullable: false),
                    LearnerId = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Lesson = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    State = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Model = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    EpochsWanted = table.Column<int>(type: "integer", nullable: false),
                    BatchSize = table.Column<int>(type: "integer", nullable: false),
                    LearningRate = table.Column<double>(type: "double precision", nullable: false),
                    Seed = table.Column<long>(type: "bigint", nullable: false),
                    TrainLimit = table.Column<int>(type: "integer", nullable: true),
                    Recipe = table.Column<string>(type: "character varying(2800)", maxLength: 2800, nullable: true),
                    Steering = table.Column<string>(type: "text", nullable: true),
                    KernelSize = table.Column<int>(type: "integer", nullable: true),
                    Dropout = table.Column<double>(type: "double precision", nullable: true),
                    HeadDropout = table.Column<double>(type: "double precision", nullable: true),
                    QueueRound = table.Column<long>(type: "bigint", nullable: false),
                    QueueSequence = table.Column<long>(type: "bigint", nullable: false),
                    QueueGroup = table.Column<string>(type: "text", maxLength: 64, nullable: true, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    StartedAt = table.Column<long>(type: "bigint", nullable: true),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    Fence = table.Column<long>(type: "bigint", nullable: false),
                    CancelRequested = table.Column<bool>(type: "boolean", nullable: false),
                    PendingRate = table.Column<double>(type: "double precision", nullable: true),
                    StopRequested = table.Column<bool>(type: "boolean", nullable: false),
                    LastEpoch = table.Column<int>(type: "integer", nullable: true),
                    PausedAt = table.Column<long>(type: "bigint", nullable: true),
                    FreesAt = table.Column<long>(type: "bigint", nullable: true),
                    PausedEpoch = table.Column<int>(type: "integer", nullable: true),
                    PausedBatch = table.Column<int>(type: "integer", nullable: true),
                    RepeatOf = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "text", maxLength: 80, nullable: true, collation: "C"),
                    Note = table.Column<string>(type: "text", maxLength: 2000, nullable: true, collation: "C"),
                    Interruptions = table.Column<int>(type: "integer", nullable: false),
                    LossesInARow = table.Column<int>(type: "integer", nullable: false),
                    FailureCode = table.Column<string>(type: "text", maxLength: 64, nullable: true, collation: "C"),
                    FailureText = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    FailureEpoch = table.Column<int>(type: "integer", nullable: true),
                    FailureBatch = table.Column<int>(type: "integer", nullable: true),
                    Device = table.Column<string>(type: "text", maxLength: 128, nullable: true, collation: "C"),
                    DataKind = table.Column<string>(type: "text", maxLength: 64, nullable: true, collation: "C"),
                    DataTrainRows = table.Column<int>(type: "integer", nullable: false),
                    DataValidRows = table.Column<int>(type: "integer", nullable: false),
                    DataDigest = table.Column<string>(type: "text", maxLength: 128, nullable: true, collation: "C"),
                    HasWeights = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Runs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SealingKeys",
                columns: table => new
                {
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Xml = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealingKeys", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "SectionsRead",
                columns: table => new
                {
                    LearnerId = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Lesson = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    Section = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SectionsRead", x => new { x.LearnerId, x.Lesson, x.Section });
                });

            migrationBuilder.CreateTable(
                name: "StoredFiles",
                columns: table => new
                {
                    ExecutionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    WrittenAt = table.Column<long>(type: "bigint", nullable: false),
                    UsedAt = table.Column<long>(type: "bigint", nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredFiles", x => new { x.ExecutionId, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "ConfusionNotes",
                columns: table => new
                {
                    LearnerId = table.Column<string>(type: "text", maxLength: 64, nullable: false, collation: "C"),
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "text", maxLength: 2000, nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConfusionNotes", x => new { x.LearnerId, x.RunId });
                    table.ForeignKey(
                        name: "FK_ConfusionNotes_Runs_RunId",
                        column: x => x.RunId,
                        principalTable: "Runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Epochs",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    Epoch = table.Column<int>(type: "integer", nullable: false),
                    TrainLossSum = table.Column<double>(type: "double precision", nullable: false),
                    TrainLoss = table.Column<double>(type: "double precision", nullable: false),
                    TrainAccuracy = table.Column<double>(type: "double precision", nullable: false),
                    ValidLossSum = table.Column<double>(type: "double precision", nullable: false),
                    ValidLoss = table.Column<double>(type: "double precision", nullable: false),
                    ValidAccuracy = table.Column<double>(type: "double precision", nullable: false),
                    Seconds = table.Column<double>(type: "double precision", nullable: false),
                    TrainSeconds = table.Column<double>(type: "double precision", nullable: false),
                    Device = table.Column<string>(type: "text", maxLength: 128, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Epochs", x => new { x.RunId, x.Epoch });
                    table.ForeignKey(
                        name: "FK_Epochs_Runs_RunId",
                        column: x => x.RunId,
                        principalTable: "Runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Confusions",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    Epoch = table.Column<int>(type: "integer", nullable: false),
                    Counts = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Confusions", x => new { x.RunId, x.Epoch });
                    table.ForeignKey(
                        name: "FK_Confusions_Epochs_RunId_Epoch",
                        columns: x => new { x.RunId, x.Epoch },
                        principalTable: "Epochs",
                        principalColumns: new[] { "RunId", "Epoch" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_LearnerId_Lesson_Exercise_Id",
                table: "Attempts",
                columns: new[] { "LearnerId", "Lesson", "Exercise", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ConfusionNotes_RunId",
                table: "ConfusionNotes",
                column: "RunId");

            migrationBuilder.CreateIndex(
                name: "IX_Learners_LastSeen",
                table: "Learners",
                column: "LastSeen");

            migrationBuilder.CreateIndex(
                name: "IX_Runs_CreatedAt",
                table: "Runs",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Runs_ExecutionId",
                table: "Runs",
                column: "ExecutionId");

            migrationBuilder.CreateIndex(
                name: "IX_Runs_LearnerId_CreatedAt",
                table: "Runs",
                columns: new[] { "LearnerId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Runs_OrderKey",
                table: "Runs",
                column: "OrderKey");

            migrationBuilder.CreateIndex(
                name: "IX_Runs_State",
                table: "Runs",
                column: "State");

            // Weights cannot be made smaller: PostgreSQL need not try.
            migrationBuilder.Sql("""ALTER TABLE "StoredFiles" ALTER COLUMN "Bytes" SET STORAGE EXTERNAL""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Attempts");

            migrationBuilder.DropTable(
                name: "CellRuns");

            migrationBuilder.DropTable(
                name: "ConfusionNotes");

            migrationBuilder.DropTable(
                name: "Confusions");

            migrationBuilder.DropTable(
                name: "ContactSheets");

            migrationBuilder.DropTable(
                name: "DeletedRuns");

            migrationBuilder.DropTable(
                name: "ExerciseWork");

            migrationBuilder.DropTable(
                name: "Learners");

            migrationBuilder.DropTable(
                name: "Notebooks");

            migrationBuilder.DropTable(
                name: "NotebookValues");

            migrationBuilder.DropTable(
                name: "QuestionAnswers");

            migrationBuilder.DropTable(
                name: "SealingKeys");

            migrationBuilder.DropTable(
                name: "SectionsRead");

            migrationBuilder.DropTable(
                name: "StoredFiles");

            migrationBuilder.DropTable(
                name: "Epochs");

            migrationBuilder.DropTable(
                name: "Runs");
        }
    }
}
