using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Waymark.Tasks.Definitions;

#nullable disable

namespace Waymark.Tasks.Data.Migrations
{
    /// <inheritdoc />
    public partial class ComputedFields : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "formula",
                table: "project_field",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "result_type",
                table: "project_field",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "roll_up_field_id",
                table: "project_field",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "roll_up_function",
                table: "project_field",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "has_computed_fields",
                table: "project",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.Sql(ComputedMark.Create);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(ComputedMark.Drop);

            migrationBuilder.DropColumn(
                name: "formula",
                table: "project_field");

            migrationBuilder.DropColumn(
                name: "result_type",
                table: "project_field");

            migrationBuilder.DropColumn(
                name: "roll_up_field_id",
                table: "project_field");

            migrationBuilder.DropColumn(
                name: "roll_up_function",
                table: "project_field");

            migrationBuilder.DropColumn(
                name: "has_computed_fields",
                table: "project");
        }
    }
}
