using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Waymark.Notifications.Data.Migrations
{
    /// <inheritdoc />
    public partial class NotificationsByTask : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_notification_task_id",
                table: "notification",
                column: "task_id",
                filter: "task_id is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_notification_task_id",
                table: "notification");
        }
    }
}
