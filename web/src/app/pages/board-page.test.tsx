import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { queryClient } from '@/app/query';
import { saveTask } from '@/features/tasks/task-queries';
import { problem } from '@/test/fake/fake-server';
import { renderApp } from '@/test/render-app';

const lane = (name: RegExp) => screen.findByRole('region', { name });
const card = (key: string) => screen.findByRole('listitem', { name: new RegExp(`^${key}:`) });
const spoken = () => document.getElementById('announce-assertive')?.textContent ?? '';

describe('the board page', () => {
  it('shows the columns with their cards and counts', async () => {
    await renderApp('/p/WEB/board');
    const todo = await lane(/^To do, 16/);
    expect(within(todo).getByText('WEB-311')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /Show Cancelled, 2 tasks/ })).toBeInTheDocument();
  });

  it('carries a card with the keyboard, speaks, sends one move and offers to undo it', async () => {
    const { user, server } = await renderApp('/p/WEB/board');
    const first = await card('WEB-311');
    first.focus();
    await user.keyboard('m');
    await waitFor(() => expect(spoken()).toMatch(/WEB-311 picked up in To do, position 1 of 16/));
    await user.keyboard('{ArrowRight}{ArrowDown}');
    await waitFor(() => expect(spoken()).toBe('WEB-311, In progress, position 2 of 19.'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(server.task('WEB-311').status).toBe('in_progress'));
    const moves = server.requests.filter((request) => request.path.endsWith('/move'));
    expect(moves).toHaveLength(1);
    expect(moves[0]?.body).toEqual({ status: 'in_progress', beforeId: server.task('WEB-294').id });
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-task-id', server.task('WEB-311').id));

    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(server.task('WEB-311').status).toBe('todo'));
    expect(await within(await lane(/^To do, 16/)).findByText('WEB-311')).toBeInTheDocument();
  });

  it('puts a carried card back on Escape without asking the server', async () => {
    const { user, server } = await renderApp('/p/WEB/board');
    (await card('WEB-311')).focus();
    await user.keyboard('m{ArrowRight}{Escape}');
    expect(within(await lane(/^To do, 16/)).getByText('WEB-311')).toBeInTheDocument();
    expect(server.requests.some((request) => request.path.endsWith('/move'))).toBe(false);
  });

  it('puts the card back and offers to try again when the server refuses', async () => {
    const { user, server } = await renderApp('/p/WEB/board', (fake) => {
      let refusals = 1;
      fake.override('POST', /\/move$/, () => {
        refusals -= 1;
        return refusals >= 0
          ? problem(503, 'down')
          : { body: { ...fake.task('WEB-311'), status: 'in_progress', version: 2 } };
      });
    });
    (await card('WEB-311')).focus();
    await user.keyboard('m{ArrowRight}{Enter}');
    expect(await screen.findByText(/WEB-311 was not moved/)).toBeInTheDocument();
    expect(within(await lane(/^To do, 16/)).getByText('WEB-311')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await lane(/^In progress, 19/)).toBeInTheDocument();
    const keys = server.requests
      .filter((request) => request.path.endsWith('/move'))
      .map((request) => request.headers.get('Idempotency-Key'));
    expect(new Set(keys).size).toBe(1);
  });

  it('creates a task in a column and keeps the row open', async () => {
    const { user, server } = await renderApp('/p/WEB/board');
    await user.click(await screen.findByRole('button', { name: 'Add a task to In review' }));
    await user.type(screen.getByRole('textbox', { name: 'Title of the new task' }), 'Warm bread at eight{Enter}');
    expect(await lane(/^In review, 13/)).toBeInTheDocument();
    expect(server.state.tasks.at(-1)).toMatchObject({ title: 'Warm bread at eight', status: 'in_review' });
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Title of the new task' })).toHaveValue(''));
  });

  it('filters by the address and says so when nothing is left', async () => {
    await renderApp('/p/WEB/board?q=nosuchthing');
    expect(await screen.findByText('No task matches.')).toBeInTheDocument();
  });

  it('shows what another browser changed', async () => {
    const { server } = await renderApp('/p/WEB/board');
    await card('WEB-311');
    saveTask(queryClient, { ...server.task('WEB-311'), status: 'done', statusCategory: 'completed', version: 2 });
    expect(await lane(/^Done, 13/)).toBeInTheDocument();
    expect(await lane(/^To do, 15/)).toBeInTheDocument();
  });

  it('says who can help when the project is not there', async () => {
    await renderApp('/p/NOPE/board');
    expect(await screen.findByText('There is no project NOPE')).toBeInTheDocument();
  });
});

it('asks a stranger to sign in and then leads back', async () => {
  const { user, router } = await renderApp('/p/WEB/board', (server) => {
    server.state.isSignedIn = false;
  });
  await user.type(await screen.findByLabelText('E-mail'), 'ada@example.com');
  await user.type(screen.getByLabelText('Password'), 'a long enough one');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await lane(/^To do, 16/)).toBeInTheDocument();
  expect(router.state.location.pathname).toBe('/p/WEB/board');
});
