using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Waymark.Projects.Data.Migrations
{
    /// <inheritdoc />
    public partial class KnowDeletedWorkspaces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_deleted",
                table: "workspace",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // A workspace that lives has an owner; of a deleted one the copy keeps nobody.
            migrationBuilder.Sql("update workspace w set is_deleted = true where not exists (select from workspace_member m where m.workspace_id = w.id)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "is_deleted",
                table: "workspace");
        }
    }
}
