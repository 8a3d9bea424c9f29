using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Waymark.Tasks.Data.Migrations
{
    /// <inheritdoc />
    public partial class TextProgress : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "text_progress",
                columns: table => new
                {
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    indexed_to = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_text_progress", x => x.project_id);
                    table.ForeignKey(
                        name: "fk_text_progress_project_counter_project_id",
                        column: x => x.project_id,
                        principalTable: "project_counter",
                        principalColumn: "project_id",
                        onDelete: ReferentialAction.Cascade);
                });

            // A creation writes nothing for the index any more. All that was made so far has a row; the trigger goes first, because its
            // lock keeps others from making more. A process of the version before finds what is made from now on once it is indexed.
            migrationBuilder.Sql(
                """
                drop trigger text_made on task;
                insert into text_progress (project_id, indexed_to)
                select c.project_id, max(t.number) from project_counter c join task t on t.project_id = c.project_id where t.number > 1000 group by c.project_id;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                create trigger text_made after insert on task for each row when (new.number > 1000) execute function text_changed();
                insert into task_text (task_id, project_id) select id, project_id from task where number > 1000 on conflict (task_id) do nothing;
                """);

            migrationBuilder.DropTable(
                name: "text_progress");
        }
    }
}
