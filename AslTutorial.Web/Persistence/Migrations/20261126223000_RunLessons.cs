using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AslTutorial.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RunLessons : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Until now there was one lesson that trains.
            migrationBuilder.AddColumn<string>(
                name: "Lesson",
                table: "Runs",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "cnn");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Lesson",
                table: "Runs");
        }
    }
}
