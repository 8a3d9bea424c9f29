using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Waymark.Projects.Data.Migrations
{
    /// <inheritdoc />
    public partial class ComputedFields : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "formula",
                table: "custom_field",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "result_type",
                table: "custom_field",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "roll_up_field_id",
                table: "custom_field",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "roll_up_function",
                table: "custom_field",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "formula",
                table: "custom_field");

            migrationBuilder.DropColumn(
                name: "result_type",
                table: "custom_field");

            migrationBuilder.DropColumn(
                name: "roll_up_field_id",
                table: "custom_field");

            migrationBuilder.DropColumn(
                name: "roll_up_function",
                table: "custom_field");
        }
    }
}
