using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Waymark.Tasks.Data.Migrations
{
    /// <inheritdoc />
    public partial class Steps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<short>(
                name: "step_count",
                table: "task",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<short>(
                name: "step_done_count",
                table: "task",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<string>(
                name: "steps",
                table: "task",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "step_count",
                table: "task");

            migrationBuilder.DropColumn(
                name: "step_done_count",
                table: "task");

            migrationBuilder.DropColumn(
                name: "steps",
                table: "task");
        }
    }
}
