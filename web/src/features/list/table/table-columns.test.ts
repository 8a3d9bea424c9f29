import { describe, expect, it } from 'vitest';
import { columnsOf, columnsText, movedColumn, toggledColumn } from '@/features/list/table/table-columns';

const ids = (columns: readonly { id: string }[]) => columns.map((column) => column.id);

describe('the columns of the table', () => {
  it('are read from the address and written into it', () => {
    expect(ids(columnsOf('due,nonsense,status,due'))).toEqual(['title', 'due', 'status']);
    expect(columnsText(columnsOf('due,status'))).toBe('due,status');
    expect(columnsText(columnsOf(undefined))).toBeUndefined();
    expect(ids(columnsOf(columnsText(columnsOf('title'))))).toEqual(['title']);
  });

  it('come and go, all but the title', () => {
    const columns = columnsOf('due');
    expect(ids(toggledColumn(columns, 'labels'))).toEqual(['title', 'due', 'labels']);
    expect(ids(toggledColumn(columns, 'due'))).toEqual(['title']);
    expect(ids(toggledColumn(columns, 'title'))).toEqual(['title', 'due']);
  });

  it('change places behind the title', () => {
    const columns = columnsOf('due,status');
    expect(ids(movedColumn(columns, 'status', -1))).toEqual(['title', 'status', 'due']);
    expect(ids(movedColumn(columns, 'due', -1))).toEqual(['title', 'due', 'status']);
  });
});
