using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Waymark.Tasks.Searching;

#nullable disable

namespace Waymark.Tasks.Data.Migrations
{
    /// <inheritdoc />
    public partial class TextsOfLargeProjects : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "task_text",
                columns: table => new
                {
                    task_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    grams = table.Column<int[]>(type: "integer[]", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_task_text", x => x.task_id);
                    table.ForeignKey(
                        name: "fk_task_text_task_task_id",
                        column: x => x.task_id,
                        principalTable: "task",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_task_text_grams",
                table: "task_text",
                column: "grams",
                filter: "grams is not null")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:StorageParameter:gin_pending_list_limit", 256);

            migrationBuilder.CreateIndex(
                name: "ix_task_text_project_id_task_id",
                table: "task_text",
                columns: new[] { "project_id", "task_id" },
                filter: "grams is null");

            migrationBuilder.Sql(TaskText.CreateTriggers);
            migrationBuilder.Sql(TaskText.TakeExisting);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(TaskText.DropTriggers);

            migrationBuilder.DropTable(
                name: "task_text");
        }
    }
}
