using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AslTutorial.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Learners : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "QueueGroup",
                table: "Runs",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Learners",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FirstSeen = table.Column<long>(type: "INTEGER", nullable: false),
                    LastSeen = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Learners", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Learners_LastSeen",
                table: "Learners",
                column: "LastSeen");

            // When they were here is not known: they count as seen now, and as seen more than once. The site's own runs stay.
            migrationBuilder.Sql(
                """
                INSERT OR IGNORE INTO "Learners" ("Id", "FirstSeen", "LastSeen")
                SELECT "LearnerId", (unixepoch() - 172800) * 10000000 + 621355968000000000, unixepoch() * 10000000 + 621355968000000000 FROM (
                    SELECT "LearnerId" FROM "Runs" UNION SELECT "LearnerId" FROM "Notebooks" UNION SELECT "LearnerId" FROM "NotebookValues"
                    UNION SELECT "LearnerId" FROM "CellRuns" UNION SELECT "LearnerId" FROM "ExerciseWork" UNION SELECT "LearnerId" FROM "Attempts"
                    UNION SELECT "LearnerId" FROM "QuestionAnswers" UNION SELECT "LearnerId" FROM "SectionsRead" UNION SELECT "LearnerId" FROM "ConfusionNotes")
                WHERE "LearnerId" <> 'example'
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Learners");

            migrationBuilder.DropColumn(
                name: "QueueGroup",
                table: "Runs");
        }
    }
}
