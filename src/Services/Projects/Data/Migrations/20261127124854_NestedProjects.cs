using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Waymark.Projects.Data.Migrations
{
    /// <inheritdoc />
    public partial class NestedProjects : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "parent_id",
                table: "project",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_project_parent_id",
                table: "project",
                column: "parent_id",
                filter: "parent_id is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_project_parent_id",
                table: "project");

            migrationBuilder.DropColumn(
                name: "parent_id",
                table: "project");
        }
    }
}
