import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type FakeServer, problem } from '@/test/fake/fake-server';
import { stuckSaga } from '@/test/fake/people/fake-operations-state';
import { renderApp } from '@/test/render-app';

function asAdministrator(server: FakeServer) {
  for (const user of server.state.users) user.roles = ['administrator', 'user'];
}

const open = (prepare: (server: FakeServer) => void = () => {}) =>
  renderApp('/admin/operations', (server) => {
    asAdministrator(server);
    prepare(server);
  });

const groupOf = async (text: RegExp) => {
  const toggle = await screen.findByRole('button', { name: text });
  const group = toggle.closest('li');
  if (!group) throw new Error('A cause stands in a list.');
  return { toggle, group };
};

describe('the queues', () => {
  it('show every service, what waits and what is out, and follow the server', async () => {
    const { server, user } = await open(({ state }) => {
      const tasks = state.queues.find((queue) => queue.service === 'tasks');
      const consumer = tasks?.consumers[0];
      if (!tasks || !consumer) throw new Error('The fake has tasks.');
      Object.assign(tasks, { outbox: { count: 1200, oldestAgeSeconds: 75 }, due: 40, waiting: 2 });
      Object.assign(consumer, {
        count: 42,
        waiting: 2,
        oldestAgeSeconds: 3700,
        lastError: 'NpgsqlException: away',
        outageSince: '2026-03-01T09:30:00Z',
      });
    });
    const row = (await screen.findByRole('button', { name: /^tasks/ })).closest('tr');
    if (!row) throw new Error('A service stands in a row.');
    expect(row).toHaveTextContent('1,200oldest 1 min');
    expect(row).toHaveTextContent('42oldest 1 h');

    await user.click(within(row).getByRole('button'));
    const consumers = await screen.findByRole('list', { name: 'Consumers of tasks' });
    expect(consumers).toHaveTextContent('Last error: NpgsqlException: away');
    expect(consumers).toHaveTextContent(/Out since 1 Mar/);
    expect(screen.getByText('16 of 16 lanes held · 1 process')).toBeInTheDocument();

    const tasks = server.state.queues.find((queue) => queue.service === 'tasks');
    if (tasks) tasks.outbox = { count: 0, oldestAgeSeconds: null };
    await waitFor(() => expect(row).not.toHaveTextContent('1,200'));
  });

  it('say which service is away', async () => {
    await open(({ state }) => {
      for (const queue of state.queues) if (queue.service === 'users') queue.isReachable = false;
    });
    const name = await screen.findByRole('rowheader', { name: /users/ });
    expect(name).toHaveTextContent('Database away');
  });

  it('offer to try again when nothing can be loaded', async () => {
    let isDown = true;
    const { user } = await open((server) => {
      server.override('GET', /operations\/queues/, (_request, state) =>
        isDown ? problem(400, 'refused', 'Not now.') : { body: { items: state.queues, nextCursor: null } },
      );
    });
    expect(await screen.findByText('The queues could not be loaded.')).toBeInTheDocument();
    isDown = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: /^tasks/ })).toBeInTheDocument();
  });
});

describe('the dead letters', () => {
  it('say that nothing waits when there are none', async () => {
    await open(({ state }) => {
      state.letters = [];
    });
    expect(await screen.findByText('Nothing waits. Everything was delivered.')).toBeInTheDocument();
  });

  it('are replayed together by their cause', async () => {
    const { user, server } = await open();
    const { group } = await groupOf(/^23\s*dead letters/);
    await user.click(within(group).getByRole('button', { name: 'Replay all' }));
    expect(await screen.findByText('23 events are due again.')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('button', { name: /^23\s*dead letters/ })).toBeNull());
    expect(server.state.letters.filter((letter) => letter.state === 'replaying')).toHaveLength(23);
  });

  it('open into letters, page by page, and one of them is replayed', async () => {
    const { user, server } = await open();
    const { toggle } = await groupOf(/^23\s*dead letters/);
    await user.click(toggle);
    const letters = await screen.findByRole('list', { name: 'Dead letters of this cause' });
    expect(within(letters).getAllByRole('listitem')).toHaveLength(20);
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(within(letters).getAllByRole('listitem')).toHaveLength(23));

    const [first] = within(letters).getAllByRole('button', { name: 'Replay' });
    if (first) await user.click(first);
    expect(await screen.findByText('One event is due again.')).toBeInTheDocument();
    await waitFor(() => expect(within(letters).getAllByRole('listitem')).toHaveLength(22));
    expect(server.state.letters[0]?.state).toBe('replaying');
  });

  it('keep a payload masked until somebody asks for it', async () => {
    const { user, server } = await open();
    const { toggle } = await groupOf(/^1\s*dead letter:\s*The event has/);
    await user.click(toggle);
    await user.click(await screen.findByRole('button', { name: /^Inspect task:/ }));
    const details = await screen.findByRole('region', { name: 'Details of task.updated' });
    expect(await within(details).findByText(/•••/)).toBeInTheDocument();
    expect(details).toHaveTextContent('board-7f3a');
    expect(server.requests.some((request) => request.query.has('payload'))).toBe(false);

    await user.click(within(details).getByRole('button', { name: 'Show what it says' }));
    expect(await within(details).findByText(/Bake the bread/)).toBeInTheDocument();
    expect(server.requests.filter((request) => request.query.has('payload'))).toHaveLength(1);
  });

  it('are discarded only with a reason', async () => {
    const { user, server } = await open();
    const { group } = await groupOf(/^23\s*dead letters/);
    await user.click(within(group).getByRole('button', { name: 'Discard all' }));
    const dialog = await screen.findByRole('dialog', { name: 'Discard 23 dead letters?' });
    expect(within(dialog).getByRole('button', { name: 'Discard' })).toBeDisabled();
    await user.type(within(dialog).getByLabelText('Reason'), 'Nobody needs them');
    await user.click(within(dialog).getByRole('button', { name: 'Discard' }));
    expect(await screen.findByText('23 events discarded.')).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(server.requests.findLast((request) => request.path.endsWith('/discard'))?.body).toEqual({
      filter: { fingerprint: ['5f1c09aa'] },
      reason: 'Nobody needs them',
    });
  });

  it('ask before an old one is replayed by force, and show why the server refuses', async () => {
    const { user, server } = await open();
    const { toggle } = await groupOf(/does not know waymark.task.created.v2/);
    await user.click(toggle);
    await user.click(await screen.findByRole('button', { name: 'Replay' }));
    const dialog = await screen.findByRole('dialog', { name: 'Replay an old event?' });
    await user.type(within(dialog).getByLabelText('Reason'), 'It never arrived');
    server.override('POST', /replay$/, () => problem(409, 'dead_letter_not_open', 'Somebody was faster.'));
    await user.click(within(dialog).getByRole('button', { name: 'Replay it all the same' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Somebody was faster.');
    expect(server.requests.findLast((request) => request.method === 'POST')?.body).toMatchObject({
      force: true,
      reason: 'It never arrived',
    });
  });
});

describe('stuck sagas', () => {
  it('say why they stand still, and go on when somebody says so', async () => {
    const { user, server } = await open(({ state }) => {
      state.sagas = [stuckSaga(1), stuckSaga(2, { status: 'compensating', reason: 'Step profile: away' })];
    });
    const list = await screen.findByRole('list', { name: 'Stuck sagas' });
    const [first, second] = await within(list).findAllByRole('listitem');
    if (!first || !second) throw new Error('Two sagas stand still.');
    expect(first).toHaveTextContent(
      'Step access waited too long for account.closed.account-erasure · users · step access',
    );
    expect(second).toHaveTextContent('undoing what was done');

    await user.click(within(first).getByRole('button', { name: /^Resume/ }));
    expect(await screen.findByText('The saga goes on.')).toBeInTheDocument();
    await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(1));
    expect(server.state.sagas[0]?.isStuck).toBe(false);
  });

  it('say when somebody was faster', async () => {
    const { user, server } = await open(({ state }) => {
      state.sagas = [stuckSaga(1)];
    });
    server.override('POST', /resume$/, () => problem(409, 'saga_not_stuck', 'The workflow has gone on meanwhile.'));
    await user.click(await screen.findByRole('button', { name: /^Resume/ }));
    expect(await screen.findByText('It was not resumed. The workflow has gone on meanwhile.')).toBeInTheDocument();
  });

  it('say so when there are none', async () => {
    await open();
    expect(await screen.findByText('No saga stands still.')).toBeInTheDocument();
  });
});

describe('who is no administrator', () => {
  it('finds nothing there, and no way to it', async () => {
    const { user, server } = await renderApp('/admin/operations');
    expect(await screen.findByText('There is nothing at this address')).toBeInTheDocument();
    expect(server.requests.some((request) => request.path.startsWith('/api/operations'))).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Ada' }));
    expect(await screen.findByRole('menuitem', { name: 'Profile' })).toBeInTheDocument();
    expect(screen.queryByRole('menuitem', { name: 'Operations' })).toBeNull();
  });
});
