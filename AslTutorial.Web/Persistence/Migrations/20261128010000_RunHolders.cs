using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AslTutorial.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class RunHolders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "HolderKey",
                table: "Runs",
                type: "TEXT",
                maxLength: 64,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "HolderKey",
                table: "Runs");
        }
    }
}
