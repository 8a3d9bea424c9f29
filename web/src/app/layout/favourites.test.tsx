import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { closeLayer } from '@/app/shell-state';
import { problem } from '@/test/fake/fake-server';
import { renderApp } from '@/test/render-app';

afterEach(closeLayer);

/** The bar at the bottom of a phone has the same name. */
const sidebar = () => within(screen.getAllByRole('navigation', { name: 'Main' })[0] ?? document.body);
const idsOf = ({ state }: Awaited<ReturnType<typeof renderApp>>['server'], ...keys: string[]) =>
  keys.map((key) => state.projects.find((project) => project.key === key)?.id ?? '');
/** The names in the sidebar, from the first project on. */
const names = () =>
  sidebar()
    .getAllByRole('listitem')
    .map((item) => item.textContent);

it('puts a project first by the star of its page, and back by the same', async () => {
  const { user, server } = await renderApp('/p/PAY/board');
  await user.click(await screen.findByRole('button', { name: 'Add Payments to favourites' }));
  expect(await sidebar().findByRole('heading', { name: 'Favourites' })).toBeInTheDocument();
  expect(names()[0]).toContain('Payments');
  expect(sidebar().getAllByText('Payments')).toHaveLength(1);
  await waitFor(() => expect(server.state.favourites).toEqual(idsOf(server, 'PAY')));
  await user.click(screen.getByRole('button', { name: 'Remove Payments from favourites' }));
  await waitFor(() => expect(server.state.favourites).toEqual([]));
  expect(sidebar().queryByRole('heading', { name: 'Favourites' })).not.toBeInTheDocument();
});

it('moves favourites with the keys and by dragging', async () => {
  const { user, server } = await renderApp('/projects', (fake) => {
    fake.state.favourites = idsOf(fake, 'WEB', 'PAY', 'HIRE');
  });
  await screen.findByRole('heading', { name: 'Favourites' });
  const link = (name: RegExp) => sidebar().findByRole('link', { name });
  (await link(/Hiring/)).focus();
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await waitFor(() => expect(server.state.favourites).toEqual(idsOf(server, 'WEB', 'HIRE', 'PAY')));
  expect(await link(/Hiring/)).toHaveFocus();
  expect(await screen.findByText('Hiring is favourite 2 of 3')).toBeInTheDocument();

  const dataTransfer = { effectAllowed: '' };
  fireEvent.dragStart(await link(/Web shop/), { dataTransfer });
  fireEvent.dragOver(await link(/Payments/), { dataTransfer });
  fireEvent.drop(await link(/Payments/), { dataTransfer });
  await waitFor(() => expect(server.state.favourites).toEqual(idsOf(server, 'HIRE', 'PAY', 'WEB')));
  expect(names().slice(0, 3)).toEqual(['Hiring', 'Payments', 'Web shop']);
});

it('shows nothing of what is archived, and takes back what the server refuses', async () => {
  const { user } = await renderApp('/projects', (fake) => {
    fake.state.favourites = [...idsOf(fake, 'HIRE'), 'gone'];
    for (const project of fake.state.projects) if (project.key === 'HIRE') project.state = 'archived';
    fake.override('PUT', /\/favourite$/, () => problem(422, 'too_many_favourites', 'Enough is enough.'));
  });
  await user.click(await screen.findByRole('button', { name: 'Add Payments to favourites' }));
  expect(await screen.findByText('Payments stayed where it was. Enough is enough.')).toBeInTheDocument();
  expect(sidebar().queryByRole('heading', { name: 'Favourites' })).not.toBeInTheDocument();
});

it('hears of another window, and is told by the command menu', async () => {
  const { user, server, tell } = await renderApp('/p/PAY/board');
  await screen.findByRole('button', { name: 'Add Payments to favourites' });
  server.state.favourites = idsOf(server, 'WEB');
  await tell({
    type: 'favourites.changed',
    subject: { kind: 'favourites', id: server.state.users[0]?.id ?? '' },
    version: 1,
    at: '2026-03-01T09:30:00Z',
    actorId: server.state.users[0]?.id ?? null,
    changeId: null,
    clientId: 'another window',
    changes: null,
    projectId: '',
    taskId: null,
  });
  expect(await sidebar().findByRole('heading', { name: 'Favourites' })).toBeInTheDocument();
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox'), 'favourites');
  await user.click(await screen.findByRole('option', { name: 'Add Payments to favourites' }));
  await waitFor(() => expect(server.state.favourites).toEqual(idsOf(server, 'WEB', 'PAY')));
});
