using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AslTutorial.Web.Persistence.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SheetUse : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Those that are there begin their life now, in .NET's ticks.
            migrationBuilder.AddColumn<long>(
                name: "UsedAt",
                table: "ContactSheets",
                type: "bigint",
                nullable: false,
                defaultValueSql: "(extract(epoch FROM now()) * 10000000)::bigint + 621355968000000000");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "UsedAt",
                table: "ContactSheets");
        }
    }
}
