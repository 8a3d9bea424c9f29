using Microsoft.EntityFrameworkCore.Migrations;
using Waymark.Tasks.Definitions;

#nullable disable

namespace Waymark.Tasks.Data.Migrations
{
    /// <inheritdoc />
    public partial class FieldsOfTypes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "required",
                table: "project_field",
                type: "text",
                nullable: false,
                defaultValue: "never");

            migrationBuilder.AddColumn<string[]>(
                name: "task_types",
                table: "project_field",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.Sql(ProjectFields.CreateFunction);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "required",
                table: "project_field");

            migrationBuilder.DropColumn(
                name: "task_types",
                table: "project_field");
        }
    }
}
