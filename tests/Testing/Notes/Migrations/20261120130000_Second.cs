using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Waymark.Testing.Notes.Migrations;

/// <summary>What EF cannot say: partitions, a trigger, a generated column. Backups must carry all of it.</summary>
[DbContext(typeof(NotesDbContext))]
[Migration("20261120130000_Second")]
public sealed class Second : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create table log (at date not null, line text) partition by range (at);
        create table log_default partition of log default;
        create table counted (id bigint generated always as identity primary key, twice bigint generated always as (id * 2) stored);
        create function refuse_change() returns trigger language plpgsql as $$ begin raise exception 'read only'; end $$;
        create trigger no_change before insert or update on counted for each row when (new.id > 3) execute function refuse_change();
        """);
}
