import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { FakeServer } from '@/test/fake/fake-server';
import { renderApp } from '@/test/render-app';

const asStranger = (server: FakeServer) => {
  server.state.isSignedIn = false;
};
const password = () => screen.findByLabelText(/^(New p|P)assword$/);

describe('pages for strangers', () => {
  it('shows the server’s reason at the password and greets the first person as administrator', async () => {
    const { user, router } = await renderApp('/sign-up', asStranger);
    await user.type(await screen.findByLabelText('Your name'), 'Ada Okafor');
    await user.type(screen.getByLabelText('E-mail'), 'first@example.com');
    await user.type(await password(), 'password1');
    await user.click(screen.getByRole('button', { name: 'Create account' }));
    expect(await screen.findByText(/among the most common ones/)).toBeInTheDocument();
    expect(await password()).toHaveAttribute('aria-invalid', 'true');

    await user.clear(await password());
    await user.type(await password(), 'a short sentence');
    await user.click(screen.getByRole('button', { name: 'Create account' }));
    expect(await screen.findByRole('heading', { name: 'Welcome, Ada' })).toBeInTheDocument();
    expect(screen.getByText(/you are the administrator/)).toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: 'Create the first project' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/projects'));
  });

  it('leads everyone else on at once', async () => {
    const { user, router } = await renderApp('/sign-up?next=%2Fmy', asStranger);
    await user.type(await screen.findByLabelText('Your name'), 'Sam');
    await user.type(screen.getByLabelText('E-mail'), 'sam@example.com');
    await user.type(await password(), 'a short sentence');
    await user.click(screen.getByRole('button', { name: 'Create account' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/my'));
  });

  it('tells how long a throttled person waits', async () => {
    const { user } = await renderApp('/sign-in', asStranger);
    await user.type(await screen.findByLabelText('E-mail'), 'ada@example.com');
    await user.type(await password(), 'slow down');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Try again in 30 seconds.');
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeDisabled();
  });

  it('offers a new link when the old one is used up', async () => {
    const { user } = await renderApp('/reset/old', asStranger);
    await user.type(await password(), 'a short sentence');
    await user.click(screen.getByRole('button', { name: 'Save the password' }));
    expect(await screen.findByRole('link', { name: 'Ask for a new link' })).toBeInTheDocument();
  });

  it('joins by an invitation while signing up, and lands in the project', async () => {
    const { user, router, server } = await renderApp('/invite/abc', asStranger);
    expect(await screen.findByRole('heading', { name: 'Join Loyalty app' })).toBeInTheDocument();
    expect(await screen.findByLabelText('E-mail')).toHaveValue('sam@example.com');
    await user.type(screen.getByLabelText('Your name'), 'Sam');
    await user.type(await password(), 'a short sentence');
    await user.click(screen.getByRole('button', { name: 'Create account and join' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/p/LOY/board'));
    expect(server.requests.filter((request) => request.path.endsWith('/accept'))).toHaveLength(1);
  });

  it('joins a workspace by its invitation, and works in it from then on', async () => {
    const { user, router } = await renderApp('/workspace-invitations/abc', asStranger);
    expect(await screen.findByRole('heading', { name: 'Join Fern & Field' })).toBeInTheDocument();
    expect(screen.getByText(/Lin Zhao invites you to this workspace/)).toBeInTheDocument();
    await user.type(await screen.findByLabelText('Your name'), 'Sam');
    await user.type(await password(), 'a short sentence');
    await user.click(screen.getByRole('button', { name: 'Create account and join' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/projects'));
    expect(await screen.findByRole('button', { name: /Fern & Field/ })).toBeInTheDocument();
  });

  it('joins a workspace with one press when the person is signed in', async () => {
    const { user, router } = await renderApp('/workspace-invitations/abc');
    await user.click(await screen.findByRole('button', { name: 'Join the workspace' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/projects'));
  });

  it('says so when the link to a workspace is gone', async () => {
    await renderApp('/workspace-invitations/gone', asStranger);
    expect(await screen.findByRole('heading', { name: 'This invitation no longer works' })).toBeInTheDocument();
  });

  it('says so when an invitation is gone', async () => {
    await renderApp('/invite/gone', asStranger);
    expect(await screen.findByRole('heading', { name: 'This invitation no longer works' })).toBeInTheDocument();
  });
});
