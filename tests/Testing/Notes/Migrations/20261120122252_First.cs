using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Waymark.Testing.Notes.Migrations
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    body_text = table.Column<string>(type: "text", nullable: false),
                    parent_note_id = table.Column<Guid>(type: "uuid", nullable: true),
                    labels = table.Column<string[]>(type: "text[]", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    place_on_wall_column_number = table.Column<int>(type: "integer", nullable: false),
                    place_on_wall_row = table.Column<int>(type: "integer", nullable: false),
                    more_details = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_notes_notes_parent_note_id",
                        column: x => x.parent_note_id,
                        principalTable: "notes",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_notes_body_text",
                table: "notes",
                column: "body_text");

            migrationBuilder.CreateIndex(
                name: "ix_notes_parent_note_id",
                table: "notes",
                column: "parent_note_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "notes");
        }
    }
}
