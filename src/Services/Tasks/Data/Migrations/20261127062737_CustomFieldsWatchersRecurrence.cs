using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Waymark.Tasks.Data.Migrations
{
    /// <inheritdoc />
    public partial class CustomFieldsWatchersRecurrence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "custom_fields",
                table: "task",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<Guid[]>(
                name: "muted_ids",
                table: "task",
                type: "uuid[]",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "recurrence",
                table: "task",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "project_field",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    folded = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    options = table.Column<string[]>(type: "text[]", nullable: false),
                    is_gone = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_field", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_task_custom_fields",
                table: "task",
                column: "custom_fields",
                filter: "custom_fields is not null")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_project_field_project_id",
                table: "project_field",
                column: "project_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "project_field");

            migrationBuilder.DropIndex(
                name: "ix_task_custom_fields",
                table: "task");

            migrationBuilder.DropColumn(
                name: "custom_fields",
                table: "task");

            migrationBuilder.DropColumn(
                name: "muted_ids",
                table: "task");

            migrationBuilder.DropColumn(
                name: "recurrence",
                table: "task");
        }
    }
}
