import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { buildField } from '@/test/fake/fake-field';
import { renderApp } from '@/test/render-app';

const field = () => screen.findByRole('combobox', { name: 'Query' });
const row = (key: string) => screen.findByRole('row', { name: new RegExp(`^${key}:`) });

describe('the query field', () => {
  it('opens in the list, suggests, applies on Enter and stands in the address', async () => {
    const { user, router, server } = await renderApp('/p/WEB/list?group=none');
    await user.click(await screen.findByRole('button', { name: 'Query' }));
    await user.type(await field(), 'prio');
    expect(screen.getByRole('option', { name: 'priority' })).toBeInTheDocument();
    await user.keyboard('{Tab}= urg{ArrowDown}{Enter}');
    expect(await field()).toHaveValue('priority = urgent ');
    await user.keyboard('order by due{Enter}');
    await waitFor(() =>
      expect(router.state.location.search).toMatchObject({ query: 'priority = urgent order by due' }),
    );
    await waitFor(() => {
      const asked = server.requests.filter((request) => request.path === '/api/tasks').at(-1)?.query;
      expect(asked?.get('query')).toBe('priority = urgent order by due');
      expect(asked?.get('sort')).toBeNull();
    });
  });

  it('offers the fields that the project has made, and what they may hold', async () => {
    const { user } = await renderApp('/p/WEB/list?group=none', ({ state }) => {
      const projectId = state.projects.find(({ key }) => key === 'WEB')?.id ?? '';
      state.plans.fields.push(
        buildField({ id: 'f1', projectId, name: 'Oven', type: 'choice', options: ['Stone', 'Wood fire'] }),
      );
    });
    await user.click(await screen.findByRole('button', { name: 'Query' }));
    await user.click(await field());
    await user.paste('field("');
    await user.click(await screen.findByRole('option', { name: 'field("Oven")' }));
    expect(await field()).toHaveValue('field("Oven") ');
    await user.paste('= w');
    await user.click(await screen.findByRole('option', { name: '"Wood fire"' }));
    expect(await field()).toHaveValue('field("Oven") = "Wood fire" ');
  });

  it('marks the character at which the server stopped, until the query is written anew', async () => {
    const { user } = await renderApp('/p/WEB/list?query=priority+%3D+high+and+sise+%3D+3');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('There is no field "sise".');
    expect(alert.querySelector('mark')).toHaveTextContent('sise');
    expect(await field()).toBeInvalid();
    await user.clear(await field());
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    await user.keyboard('status = todo{Enter}');
    expect(await row('WEB-311')).toBeInTheDocument();
  });

  it('closes and shows everything again', async () => {
    const { user, router } = await renderApp('/p/WEB/list?query=nothing+like+this');
    await user.click(await screen.findByRole('button', { name: 'Clear 1 filter' }));
    expect(await row('WEB-311')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Close the query' }));
    expect(screen.queryByRole('combobox', { name: 'Query' })).not.toBeInTheDocument();
    expect(router.state.location.search).toEqual({});
  });

  it('shows on the board the cards that it finds', async () => {
    const { server } = await renderApp('/p/WEB/board?query=priority+%3D+urgent');
    const urgent = server.state.tasks.filter(({ key, priority }) => key.startsWith('WEB-') && priority === 'urgent');
    expect(await screen.findByText(`${urgent.length} tasks`)).toBeInTheDocument();
  });

  it('says on the board when it finds more than is looked at', async () => {
    await renderApp('/p/WEB/board?query=priority+%3D+high', (fake) => {
      const page = () => ({ body: { items: [fake.task('WEB-311')], nextCursor: 'more' } });
      fake.override('GET', /^\/api\/tasks$/, page);
    });
    expect(await screen.findByText(/^The query finds more than 2,?000 tasks/)).toBeInTheDocument();
  });

  it.each(['list', 'board'])('takes over a query that was typed into the search box of the %s', async (view) => {
    const { user, router } = await renderApp(`/p/WEB/${view}`);
    await user.type(await screen.findByRole('textbox', { name: 'Find on this board' }), 'status = todo{Enter}');
    expect(await field()).toHaveValue('status = todo');
    expect(router.state.location.search).toEqual({ query: 'status = todo' });
  });
});
