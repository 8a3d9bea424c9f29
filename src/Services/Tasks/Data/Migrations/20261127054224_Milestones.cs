using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Waymark.Tasks.Data.Migrations
{
    /// <inheritdoc />
    public partial class Milestones : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "milestone_id",
                table: "task",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "project_milestone",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    folded = table.Column<string>(type: "text", nullable: false),
                    is_gone = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_milestone", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_task_milestone_id",
                table: "task",
                column: "milestone_id",
                filter: "milestone_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_project_milestone_project_id_folded",
                table: "project_milestone",
                columns: new[] { "project_id", "folded" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "project_milestone");

            migrationBuilder.DropIndex(
                name: "ix_task_milestone_id",
                table: "task");

            migrationBuilder.DropColumn(
                name: "milestone_id",
                table: "task");
        }
    }
}
