using System;
using Microsoft.EntityFrameworkCore.Migrations;

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

            // The tasks of small projects are passed over before anything is done.
            migrationBuilder.Sql(
                """
                create function text_changed() returns trigger language plpgsql as $$
                begin
                    insert into task_text (task_id, project_id) values (new.id, new.project_id) on conflict (task_id) do update set grams = null;
                    return null;
                end $$;

                create trigger text_made after insert on task for each row
                    when (new.number > 1000) execute function text_changed();
                create trigger text_changed after update of title, description on task for each row
                    when (new.number > 1000 and (new.title <> old.title or new.description <> old.description)) execute function text_changed();
                """);
            // What was written before there was an index waits for it like what is new.
            migrationBuilder.Sql("insert into task_text (task_id, project_id) select id, project_id from task where number > 1000");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop trigger text_made on task;
                drop trigger text_changed on task;
                drop function text_changed();
                """);

            migrationBuilder.DropTable(
                name: "task_text");
        }
    }
}
