import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
// Loaded before the clock of the test runs.
import '@/app/layout/app-shell';
import '@/app/pages/project-settings-page';
import { problem } from '@/test/fake/fake-server';
import { renderApp } from '@/test/render-app';

it('types of tasks are made, moved, given another look, renamed and removed with a way back', async () => {
  const { user, server, tell } = await renderApp('/p/WEB/settings/types');
  const names = () => server.state.types.map(({ name }) => name);
  const start = names();
  const first = start[0] ?? '';

  await user.type(await screen.findByLabelText('Name of the new type'), 'Spike{Enter}');
  await waitFor(() => expect(names()).toEqual([...start, 'Spike']));
  expect(server.state.types.at(-1)).toMatchObject({ key: 'spike' });

  await user.click(screen.getByRole('button', { name: `Move ${first} down` }));
  await waitFor(() => expect(names()[1]).toBe(first));

  await user.click(screen.getByRole('button', { name: 'Icon and colour of Spike' }));
  await user.click(await screen.findByRole('radio', { name: 'Lightning' }));
  await user.click(screen.getByRole('radio', { name: 'Red' }));
  await waitFor(() => expect(server.state.types.at(-1)).toMatchObject({ icon: 'zap', color: '#d15f5a' }));
  await user.keyboard('{Escape}');

  await user.click(screen.getByRole('button', { name: 'Remove the type Spike' }));
  await waitFor(() => expect(names()).not.toContain('Spike'));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(names().at(-1)).toBe('Spike'));

  server.override('PUT', /task-types$/, () => problem(422, 'refused', 'Not on a Friday.'));
  await user.type(screen.getByLabelText('Name of the new type'), 'Idea{Enter}');
  expect(await screen.findByText('The types were not changed. Not on a Friday.')).toBeInTheDocument();
  expect(screen.queryByDisplayValue('Idea')).not.toBeInTheDocument();

  for (const type of server.state.types) if (type.name === 'Spike') type.name = 'Study';
  await tell({
    type: 'project.updated',
    subject: { kind: 'project', id: server.state.projects[0]?.id ?? '' },
    version: 9,
    at: new Date().toISOString(),
    actorId: null,
    changeId: 'elsewhere',
    clientId: null,
    projectId: server.state.projects[0]?.id ?? '',
    taskId: null,
    changes: null,
  });
  expect(await screen.findByDisplayValue('Study')).toBeInTheDocument();
});
