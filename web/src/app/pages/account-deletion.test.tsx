import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { session } from '@/api/session';
import { problem } from '@/test/fake/fake-server';
import { renderApp } from '@/test/render-app';

async function ask(app: Awaited<ReturnType<typeof renderApp>>, password: string) {
  await app.user.click(await screen.findByRole('button', { name: 'Delete my account' }));
  const dialog = await screen.findByRole('dialog', { name: 'Delete your account?' });
  const act = within(dialog).getByRole('button', { name: 'Delete my account' });
  await app.user.type(within(dialog).getByLabelText('Your password, to be sure it is you'), password);
  expect(act).toBeDisabled();
  await app.user.type(within(dialog).getByLabelText('Type ada@example.com to confirm'), 'ada@example.com');
  await app.user.click(act);
  return dialog;
}

describe('deleting the own account', () => {
  it('says what goes and what stays, then leads to a page that follows it to its end', async () => {
    const app = await renderApp('/settings/delete');
    expect(await screen.findByText(/under the name “Deleted person”/)).toBeInTheDocument();
    await ask(app, 'the right one');
    expect(await screen.findByRole('heading', { name: 'Your account is deleted' })).toBeInTheDocument();
    expect(app.router.state.location.pathname).toBe('/account-deleted');
    expect(session.state()).toBe('signed_out');
    const sent = app.server.requests.find((request) => request.method === 'DELETE');
    expect(sent?.body).toEqual({ password: 'the right one' });
  });

  it('keeps the dialog when the password is wrong', async () => {
    const app = await renderApp('/settings/delete');
    const dialog = await ask(app, 'wrong');
    expect(await within(dialog).findByText('The password is wrong.')).toBeInTheDocument();
    expect(session.state()).toBe('signed_in');
  });

  it('lists what must be handed over first', async () => {
    const app = await renderApp('/settings/delete');
    app.server.override('DELETE', /account$/, () => {
      const refusal = problem(422, 'hand_over_first', 'Others work in places that you alone own.');
      const places = [
        { kind: 'workspace', id: 'w9', name: 'Bakery' },
        { kind: 'project', id: 'p9', name: 'Web shop' },
      ];
      return { ...refusal, body: { ...(refusal.body as object), places } };
    });
    await ask(app, 'the right one');
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByRole('heading', { name: 'Hand these over first' })).toBeInTheDocument();
    expect(within(alert).getByText('Bakery').closest('li')).toHaveTextContent('Workspace');
    expect(within(alert).getByText('Web shop').closest('li')).toHaveTextContent('Project');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

it('tells that an erasure takes longer', async () => {
  await renderApp('/account-deleted?follow=%2Fapi%2Fusers%2Faccount%2Ferasure%2Fwme_fake', (server) => {
    server.state.isSignedIn = false;
    server.override('GET', /erasure/, () => ({ body: { state: 'delayed' } }));
  });
  expect(await screen.findByText(/One part takes longer/)).toBeInTheDocument();
});
