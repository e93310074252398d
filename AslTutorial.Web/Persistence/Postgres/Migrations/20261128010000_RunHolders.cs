using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AslTutorial.Web.Persistence.Postgres.Migrations
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
                type: "text",
                maxLength: 64,
                nullable: true,
                collation: "C");
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
