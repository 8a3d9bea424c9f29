import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ProjectRole } from '@/api/types';
// Loaded before the clock of the first test runs.
import '@/app/layout/app-shell';
import '@/app/layout/sign-in-overlay';
import { problem } from '@/test/fake/fake-server';
import { renderApp } from '@/test/render-app';

describe('settings of the person', () => {
  it('saves a field when it is left and says so; keeps the text when the server refuses', async () => {
    const { user, server } = await renderApp('/settings/profile');
    const name = await screen.findByLabelText('Name');
    await user.clear(name);
    await user.type(name, 'Ada O.{Enter}');
    expect(await screen.findByText('Saved')).toBeInTheDocument();
    expect(server.state.users[0]).toMatchObject({ displayName: 'Ada O.', timeZone: 'Europe/Lisbon' });

    await user.clear(name);
    await user.type(name, 'Nobody{Enter}');
    expect(await screen.findByText('That name is reserved.')).toBeInTheDocument();
    expect(name).toHaveValue('Nobody');
  });

  it('ends one session, then all others', async () => {
    const { user, server } = await renderApp('/settings/sessions');
    await user.click(await screen.findByRole('button', { name: 'End all others' }));
    await waitFor(() => expect(server.state.sessions.map((session) => session.id)).toEqual(['s1']));
    expect(await screen.findByText('2 sessions ended.')).toBeInTheDocument();
    expect(await screen.findByText('You are signed in nowhere else.')).toBeInTheDocument();
  });
});

describe('settings of a project', () => {
  const asRole = (role: ProjectRole) => (server: { state: { projects: { role: ProjectRole }[] } }) => {
    for (const project of server.state.projects) project.role = role;
  };

  it('renames everywhere, and goes back when the server refuses', async () => {
    const { user, server } = await renderApp('/p/WEB/settings/general');
    const name = await screen.findByLabelText('Name');
    server.override('PATCH', /projects/, () => problem(422, 'refused', 'Not on a Friday.'));
    await user.clear(name);
    await user.type(name, 'Bread shop{Enter}');
    expect(await screen.findByText('Not on a Friday.')).toBeInTheDocument();
    expect(name).toHaveValue('Bread shop');
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Web shop');
  });

  it('follows the project to its new key', async () => {
    const { user, router } = await renderApp('/p/WEB/settings/general');
    const key = await screen.findByLabelText('Key');
    await user.clear(key);
    await user.type(key, 'shop-1{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/p/SHOP1/settings/general'));
  });

  it('gives a link for someone without an account', async () => {
    const { user } = await renderApp('/p/WEB/settings/members');
    await user.type(await screen.findByLabelText('Add by e-mail'), 'sam@example.com');
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByLabelText('Invitation link')).toHaveValue(
      'http://localhost:8080/invite/wm_inv_4f9b1c7e2a',
    );
  });

  it('draws nothing that a viewer may not use', async () => {
    await renderApp('/p/WEB/settings/members', asRole('viewer'));
    const row = (await screen.findByText('Lin Zhao')).closest('li');
    if (!row) throw new Error('A person stands in a row.');
    expect(within(row).queryByRole('combobox')).toBeNull();
    expect(screen.queryByLabelText('Add by e-mail')).toBeNull();
    expect(screen.queryByRole('link', { name: 'Danger zone' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Leave' })).toBeInTheDocument();
  });

  it('hands the project over only after its name was typed', async () => {
    const { user, server } = await renderApp('/p/WEB/settings/members');
    await user.click(await screen.findByRole('button', { name: 'Choose a person' }));
    await user.click(await screen.findByRole('option', { name: /Lin Zhao/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Hand over the project' });
    expect(within(dialog).getByRole('button', { name: 'Hand over' })).toBeDisabled();
    await user.type(within(dialog).getByLabelText('Type Web shop to confirm'), 'web shop');
    await user.click(within(dialog).getByRole('button', { name: 'Hand over' }));
    await waitFor(() => expect(server.state.projects[0]?.role).toBe('manager'));
    expect(await screen.findByRole('button', { name: 'Leave' })).toBeInTheDocument();
  });

  it('deletes after the name was typed, and brings it back by Undo', async () => {
    const { user, server, router } = await renderApp('/p/WEB/settings/danger');
    await user.click(await screen.findByRole('button', { name: 'Delete the project' }));
    const dialog = await screen.findByRole('dialog', { name: 'Delete Web shop?' });
    await user.type(within(dialog).getByLabelText('Type Web shop to confirm'), 'Web shop');
    await user.click(within(dialog).getByRole('button', { name: 'Delete the project' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/projects'));
    expect(server.state.projects.some((project) => project.key === 'WEB')).toBe(false);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(server.state.projects.some((project) => project.key === 'WEB')).toBe(true));
  });
});

it('keeps the screen while the person signs in again, then sends what waited', async () => {
  const { user, server } = await renderApp('/p/WEB/settings/general');
  const name = await screen.findByLabelText('Name');
  await user.clear(name);
  await user.type(name, 'Bread shop');
  server.state.isSignedIn = false;
  await user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog', { name: 'Sign in again' });
  await user.keyboard('{Escape}');
  expect(within(dialog).getByLabelText('E-mail')).toHaveAttribute('readonly');
  await user.type(within(dialog).getByLabelText('Password'), 'the right one');
  await user.click(within(dialog).getByRole('button', { name: 'Sign in' }));
  await waitFor(() => expect(server.state.projects[0]?.name).toBe('Bread shop'));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});
