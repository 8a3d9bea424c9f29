import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { problem } from '@/test/fake/fake-server';
import { renderApp } from '@/test/render-app';

const main = () => within(screen.getByRole('main'));
const menuOf = (name: string) => screen.findByRole('button', { name: `${name}: more` });

it('archives a project, and takes it out again by Undo', async () => {
  const { user, server } = await renderApp('/projects');
  await user.click(await menuOf('Payments'));
  await user.click(await screen.findByRole('menuitem', { name: 'Archive' }));
  await waitFor(() => expect(server.state.projects.find(({ key }) => key === 'PAY')?.state).toBe('archived'));
  expect(main().queryByText('Payments')).not.toBeInTheDocument();
  await user.click(screen.getByRole('link', { name: 'Archived' }));
  expect(await main().findByText('Payments')).toBeInTheDocument();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(server.state.projects.find(({ key }) => key === 'PAY')?.state).toBe('active'));
});

it('deletes a project into the trash, from where it comes back', async () => {
  const { user, server } = await renderApp('/projects');
  await user.click(await menuOf('Hiring'));
  await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  await waitFor(() => expect(server.state.trash.map(({ key }) => key)).toEqual(['HIRE']));
  await user.click(screen.getByRole('link', { name: 'Trash' }));
  await user.click(await screen.findByRole('button', { name: 'Restore Hiring' }));
  await waitFor(() => expect(server.state.trash).toEqual([]));
  expect(await screen.findByText('The trash is empty')).toBeInTheDocument();
});

it('draws only what the role may do, and says when the server refuses', async () => {
  const { user } = await renderApp('/projects', (fake) => {
    for (const project of fake.state.projects) project.role = project.key === 'PAY' ? 'viewer' : 'manager';
    fake.override('POST', /\/archive$/, () => problem(422, 'no', 'Not today.'));
  });
  await user.click(await menuOf('Payments'));
  expect(await screen.findByRole('menuitem', { name: 'Settings' })).toBeInTheDocument();
  expect(screen.queryByRole('menuitem', { name: 'Archive' })).not.toBeInTheDocument();
  await user.keyboard('{Escape}');
  await user.click(await menuOf('Hiring'));
  expect(screen.queryByRole('menuitem', { name: 'Delete' })).not.toBeInTheDocument();
  await user.click(await screen.findByRole('menuitem', { name: 'Archive' }));
  expect(await screen.findByText('Hiring was left as it is. Not today.')).toBeInTheDocument();
  expect(await main().findByText('Hiring')).toBeInTheDocument();
});

it('unfolds what stands below a project, with what it comes to', async () => {
  const { user, server } = await renderApp('/projects', ({ state }) => {
    const [parent, ...others] = state.projects;
    const child = others.find(({ key }) => key === 'PAY');
    if (parent && child) child.parentId = parent.id;
  });
  const name = server.state.projects[0]?.name ?? '';
  await user.click(await screen.findByRole('button', { name: `1 project below ${name}`, expanded: false }));
  const table = await screen.findByRole('table', { name: `${name} with the projects below it` });
  const links = within(table).getAllByRole('link');
  expect(links.map((link) => link.textContent)).toEqual([name, 'Payments']);
  expect(within(table).getByRole('progressbar', { name: /^Together: \d+ of \d+ tasks done$/ })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: `1 project below ${name}`, expanded: true }));
  expect(screen.queryByRole('table')).toBeNull();
});
