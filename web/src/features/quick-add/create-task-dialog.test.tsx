import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { closeLayer } from '@/app/shell-state';
import { addDays, today } from '@/lib/dates';
import { since } from '@/test/fake/fake-data';
import { renderApp } from '@/test/render-app';

afterEach(closeLayer);

const created = (server: Awaited<ReturnType<typeof renderApp>>['server']) =>
  server.requests.filter((request) => request.method === 'POST' && request.path === '/api/tasks');

async function openDialog() {
  const app = await renderApp('/p/WEB/list');
  await screen.findByRole('row', { name: /^WEB-311:/ });
  return { ...app, ...(await openWith(app.user)) };
}

/** What is looked for stands in the dialog: the page behind it is large, and searched long. */
async function openWith(user: Awaited<ReturnType<typeof renderApp>>['user']) {
  await user.keyboard('c');
  const field = await screen.findByRole('textbox', { name: 'Title' });
  return { field, dialog: within(field.closest<HTMLElement>('[role="dialog"]') ?? document.body) };
}

it('sends what the line says as fields', async () => {
  const { user, server, dialog, field } = await openDialog();
  await user.type(field, 'Fix the login loop @ada #bug !high ~90m tomorrow');
  expect(await dialog.findByText('Title: “Fix the login loop”')).toBeInTheDocument();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(created(server)).toHaveLength(1));
  expect(created(server)[0]?.body).toEqual({
    projectId: server.state.projects[0]?.id,
    title: 'Fix the login loop',
    assigneeIds: [server.state.users[0]?.id],
    labels: ['Bug'],
    priority: 'high',
    estimateMinutes: 90,
    dueAt: addDays(today(), 1),
  });
  expect(await screen.findByText(/WEB-\d+ created/)).toBeInTheDocument();
});

it('asks for the fields without which a task of the chosen type is not made', async () => {
  const app = await renderApp('/p/WEB/list', ({ state }) => {
    const projectId = state.projects[0]?.id ?? '';
    const shared = { projectId, description: '', options: [], currency: null, createdAt: since, version: 1 };
    state.plans.fields.push({
      ...shared,
      ...{ formula: null, rollUp: null, resultType: null },
      id: 'f1',
      name: 'Severity',
      type: 'number',
      taskTypes: ['bug'],
      required: 'creation',
    });
  });
  await screen.findByRole('row', { name: /^WEB-311:/ });
  const { dialog, field } = await openWith(app.user);
  await app.user.type(field, 'Fix it');
  await app.user.selectOptions(await dialog.findByRole('combobox', { name: 'Type' }), 'Bug');
  await app.user.click(await dialog.findByRole('button', { name: /^Severity:\s*Needs a value$/ }));
  await app.user.type(await screen.findByRole('textbox', { name: 'Severity' }), '3{Enter}');
  await app.user.click(dialog.getByRole('button', { name: /^Create task/ }));
  await waitFor(() =>
    expect(created(app.server)[0]?.body).toMatchObject({ title: 'Fix it', type: 'bug', customFields: { Severity: 3 } }),
  );
});

it('turns a chip back into text, and makes a label that there is not', async () => {
  const { user, server, dialog, field } = await openDialog();
  await user.type(field, 'Write about tomorrow #flaky');
  await user.click(await dialog.findByRole('button', { name: 'Create the label “flaky”' }));
  await user.click(await dialog.findByRole('button', { name: 'Tomorrow: keep as text' }));
  await user.click(dialog.getByRole('button', { name: /^Create task/ }));
  await waitFor(() =>
    expect(created(server)[0]?.body).toMatchObject({ title: 'Write about tomorrow', labels: ['flaky'] }),
  );
});

it('stays for the next one, and opens the one it made', async () => {
  const { user, server, router, dialog, field } = await openDialog();
  await user.click(dialog.getByRole('checkbox', { name: 'Create another' }));
  await user.type(field, 'First{Enter}');
  await waitFor(() => expect(field).toHaveValue(''));
  await user.type(field, 'Second{Control>}{Enter}{/Control}');
  await waitFor(() => expect(created(server).map((request) => request.body.title)).toEqual(['First', 'Second']));
  await waitFor(() => expect(router.state.location.search).toMatchObject({ task: expect.stringMatching(/^WEB-/) }));
});

it('makes one task of each pasted line', async () => {
  const { user, server, dialog, field } = await openDialog();
  await user.click(field);
  await user.paste('One !low\n\nTwo');
  await user.click(await dialog.findByRole('button', { name: 'Create 2 tasks' }));
  await waitFor(() => expect(created(server)).toHaveLength(2));
  expect(created(server)[0]?.body).toMatchObject({ title: 'One', priority: 'low' });
});

it('keeps the line when the server refuses it', async () => {
  const { user, server, dialog, field } = await openDialog();
  server.override('POST', /^\/api\/tasks$/, () => ({ status: 422, body: { status: 422, detail: 'Not now.' } }));
  await user.type(field, 'Stubborn{Enter}');
  expect(await dialog.findByRole('alert')).toHaveTextContent('Not now.');
  expect(field).toHaveValue('Stubborn');
  const body = { status: 422, code: 'fields_required', detail: 'Raw.', fields: ['Severity', 'estimateMinutes'] };
  server.override('POST', /^\/api\/tasks$/, () => ({ status: 422, body }));
  await user.keyboard('{Enter}');
  expect(await dialog.findByText('To be created it needs: Severity and Estimate.')).toBeInTheDocument();
});
