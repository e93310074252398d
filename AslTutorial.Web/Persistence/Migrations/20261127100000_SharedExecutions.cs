using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AslTutorial.Web.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class SharedExecutions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ExecutionId",
                table: "Runs",
                type: "TEXT",
                nullable: false,
                defaultValue: Guid.Empty);

            migrationBuilder.AddColumn<bool>(
                name: "Leads",
                table: "Runs",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsFresh",
                table: "Runs",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "OrderKey",
                table: "Runs",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Program",
                table: "Runs",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ComputedAt",
                table: "Runs",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "ComputedSeconds",
                table: "Runs",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TrunkId",
                table: "Runs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TrunkEpochs",
                table: "Runs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // Every run so far was computed for itself.
            migrationBuilder.Sql("""UPDATE "Runs" SET "ExecutionId" = "Id" """);

            migrationBuilder.CreateIndex(
                name: "IX_Runs_ExecutionId",
                table: "Runs",
                column: "ExecutionId");

            migrationBuilder.CreateIndex(
                name: "IX_Runs_OrderKey",
                table: "Runs",
                column: "OrderKey");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Runs_ExecutionId",
                table: "Runs");

            migrationBuilder.DropIndex(
                name: "IX_Runs_OrderKey",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "ExecutionId",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "Leads",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "IsFresh",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "OrderKey",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "Program",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "ComputedAt",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "ComputedSeconds",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "TrunkId",
                table: "Runs");

            migrationBuilder.DropColumn(
                name: "TrunkEpochs",
                table: "Runs");
        }
    }
}
