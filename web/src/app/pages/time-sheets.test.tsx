import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { mondayOf, today } from '@/lib/dates';
import { since } from '@/test/fake/fake-data';
import type { FakeServer } from '@/test/fake/fake-server';
import { renderApp } from '@/test/render-app';

beforeAll(async () => {
  await Promise.all([
    import('@/app/layout/app-shell'),
    import('@/app/pages/time-page'),
    import('@/app/pages/project-time-page'),
    import('@/app/pages/project-settings-page'),
  ]);
}, 60_000);

const monday = mondayOf(today());

/** An hour that somebody has spent, which somebody pays for. */
function spend({ state }: FakeServer, person: number, project = 0) {
  const id = `e${state.plans.entries.length}`;
  const userId = state.users[person]?.id ?? '';
  const projectId = state.projects[project]?.id ?? '';
  const priced = { amount: 9000, currency: 'EUR' };
  const entry = { id, projectId, taskId: null, userId, minutes: 60, date: monday, note: `Work ${id}`, billable: true };
  state.plans.entries.push({ ...entry, ...priced, createdAt: since, version: 1 });
  return `${projectId}_${userId}_${monday}`;
}

describe('the week of a person', () => {
  it('is handed in, taken back, sent back with a reason, and locked once it is approved', async () => {
    const { user, server } = await renderApp('/time', (fake) => {
      const approved = spend(fake, 0, 1);
      fake.state.plans.sheets.set(approved, { state: 'approved', reason: null });
      fake.state.plans.sheets.set(spend(fake, 0), { state: 'rejected', reason: 'Friday is missing' });
      spend(fake, 0, 2);
    });
    const { sheets } = server.state.plans;
    const part = await screen.findByRole('region', { name: 'Hand in' });
    expect(await within(part).findByText('Sent back: Friday is missing')).toBeInTheDocument();
    const locked = await screen.findByRole('row', { name: /Loyalty app.*Locked: the week is approved/ });
    expect(within(locked).queryByRole('textbox')).toBeNull();

    await user.click(await within(part).findByRole('button', { name: 'Hand in the week' }));
    await screen.findByText('Handed in: the whole week');
    await user.click(await within(part).findByRole('button', { name: 'Take back the week of Web shop' }));
    await waitFor(() =>
      expect([...sheets.values()].map(({ state }) => state)).toEqual(['approved', 'open', 'submitted']),
    );
    await screen.findByText('Taken back: Web shop');
    await user.click(await within(part).findByRole('button', { name: 'Hand in the week of Web shop' }));
    await waitFor(() => expect(within(part).getAllByText('Handed in')).toHaveLength(2));
  });
});

describe('the weeks of a project', () => {
  it('are read, approved, sent back with a reason, and reopened by a manager', async () => {
    const sheets: string[] = [];
    const { user, server } = await renderApp('/p/WEB/time?show=weeks', (fake) => {
      sheets.push(spend(fake, 1), spend(fake, 2), spend(fake, 0));
      for (const id of sheets) fake.state.plans.sheets.set(id, { state: 'submitted', reason: null });
    });
    const [lin = ''] = sheets;
    const stateOf = (id: string) => server.state.plans.sheets.get(id);
    await user.click(await screen.findByRole('button', { name: 'Lin Zhao' }));
    expect(await screen.findByText('Work e0')).toBeInTheDocument();
    expect(screen.getAllByText('€90.00')).toHaveLength(4);

    await user.click(screen.getByRole('button', { name: 'Approve the week of Lin Zhao' }));
    await screen.findByText('Approved: Lin Zhao');
    expect(stateOf(lin)?.state).toBe('approved');
    const others = await screen.findAllByRole('button', { name: /^Send back the week of/ });
    await user.click(others[0] ?? document.body);
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('What has to be mended'), 'Why?');
    await user.click(within(dialog).getByRole('button', { name: 'Send back' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect([...server.state.plans.sheets.values()].map(({ reason }) => reason)).toContain('Why?');

    await user.selectOptions(screen.getByRole('combobox', { name: 'Which weeks' }), 'Approved');
    await user.click(await screen.findByRole('button', { name: 'Reopen the week of Lin Zhao' }));
    expect(await screen.findByText('No weeks here')).toBeInTheDocument();
    expect(stateOf(lin)?.state).toBe('open');
  });

  it('are not approved by their own person where another manager could', async () => {
    await renderApp('/p/WEB/time?show=weeks', (fake) => {
      fake.state.plans.sheets.set(spend(fake, 0), { state: 'submitted', reason: null });
      const [, second] = fake.state.members;
      if (second) second.role = 'manager';
    });
    expect(await screen.findByText('Another manager approves your own time.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Approve/ })).toBeNull();
  });
});

describe('the rates of a project', () => {
  it('are set by date and person, changed, ended and removed with a way back', async () => {
    const { user, server } = await renderApp('/p/WEB/settings/rates');
    const rates = () => server.state.plans.rates.map(({ amount, validFrom }) => `${amount} ${validFrom}`);
    await user.click(await screen.findByRole('button', { name: 'Set a rate' }));
    await user.type(await screen.findByLabelText('An hour costs'), '90,5');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const part = await screen.findByRole('region', { name: 'Everybody' });
    expect(within(part).getByText('€90.50')).toBeInTheDocument();

    await user.click(within(part).getByRole('button', { name: /^Change the rate of Everybody/ }));
    await user.type(await screen.findByLabelText('An hour costs'), '1');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await within(part).findByText('€90.51')).toBeInTheDocument();
    expect(rates()).toEqual([`9051 ${today()}`]);

    await user.click(within(part).getByRole('button', { name: 'End the rate of Everybody' }));
    expect(await screen.findByText('The rate of Everybody is ended')).toBeInTheDocument();
    expect(server.state.plans.rates[0]?.validUntil).toBe(today());
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(server.state.plans.rates[0]?.validUntil).toBeNull());

    await user.click(within(part).getByRole('button', { name: /^Remove the rate of Everybody/ }));
    expect(await screen.findByText('No rates yet')).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(rates()).toEqual([`9051 ${today()}`]));
  });
});
