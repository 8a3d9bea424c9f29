using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Waymark.Projects.Data.Migrations
{
    /// <inheritdoc />
    public partial class TaskTypes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "task_types",
                table: "project",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "task_types",
                table: "project");
        }
    }
}
