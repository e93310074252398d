using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AslTutorial.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Notebooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CellRuns",
                columns: table => new
                {
                    LearnerId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Lesson = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Cell = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Kernel = table.Column<int>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    DataDigest = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Result = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Milliseconds = table.Column<double>(type: "REAL", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CellRuns", x => new { x.LearnerId, x.Lesson, x.Cell });
                });

            migrationBuilder.CreateTable(
                name: "Notebooks",
                columns: table => new
                {
                    LearnerId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Lesson = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Kernel = table.Column<int>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notebooks", x => new { x.LearnerId, x.Lesson });
                });

            migrationBuilder.CreateTable(
                name: "NotebookValues",
                columns: table => new
                {
                    LearnerId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Lesson = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Cell = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotebookValues", x => new { x.LearnerId, x.Lesson, x.Cell, x.Name });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CellRuns");

            migrationBuilder.DropTable(
                name: "Notebooks");

            migrationBuilder.DropTable(
                name: "NotebookValues");
        }
    }
}
