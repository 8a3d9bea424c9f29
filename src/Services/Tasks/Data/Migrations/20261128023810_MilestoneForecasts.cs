using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Waymark.Tasks.Data.Migrations
{
    /// <inheritdoc />
    public partial class MilestoneForecasts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "due_on",
                table: "project_milestone",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_reached",
                table: "project_milestone",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "ix_task_project_id_completed_at",
                table: "task",
                columns: new[] { "project_id", "completed_at" },
                filter: "completed_at is not null and deleted_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_task_project_id_completed_at",
                table: "task");

            migrationBuilder.DropColumn(
                name: "due_on",
                table: "project_milestone");

            migrationBuilder.DropColumn(
                name: "is_reached",
                table: "project_milestone");
        }
    }
}
