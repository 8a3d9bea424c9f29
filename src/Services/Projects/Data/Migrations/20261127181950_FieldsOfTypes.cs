using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Waymark.Projects.Data.Migrations
{
    /// <inheritdoc />
    public partial class FieldsOfTypes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "required",
                table: "custom_field",
                type: "text",
                nullable: false,
                defaultValue: "never");

            migrationBuilder.AddColumn<string[]>(
                name: "task_types",
                table: "custom_field",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "required",
                table: "custom_field");

            migrationBuilder.DropColumn(
                name: "task_types",
                table: "custom_field");
        }
    }
}
