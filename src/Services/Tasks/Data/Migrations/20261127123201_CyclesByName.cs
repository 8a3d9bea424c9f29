using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Waymark.Tasks.Data.Migrations
{
    /// <inheritdoc />
    public partial class CyclesByName : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "folded",
                table: "cycle",
                type: "text",
                nullable: true,
                computedColumnSql: "lower(name)",
                stored: true);

            migrationBuilder.CreateIndex(
                name: "ix_cycle_folded",
                table: "cycle",
                column: "folded");

            migrationBuilder.CreateIndex(
                name: "ix_cycle_start_date",
                table: "cycle",
                column: "start_date",
                filter: "closed_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_cycle_folded",
                table: "cycle");

            migrationBuilder.DropIndex(
                name: "ix_cycle_start_date",
                table: "cycle");

            migrationBuilder.DropColumn(
                name: "folded",
                table: "cycle");
        }
    }
}
