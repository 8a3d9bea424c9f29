import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Comment } from '@/api/types';
import { problem } from '@/test/fake/fake-server';
import { renderApp } from '@/test/render-app';

// The parts that are loaded late take their time on a busy machine.
beforeAll(async () => {
  await import('@/app/pages/task-page-peek');
}, 60_000);

const COMMENT: Comment = {
  id: 'k',
  taskId: '',
  parentId: null,
  authorId: '',
  body: 'Fresh from the oven',
  mentionedUserIds: [],
  createdAt: new Date().toISOString(),
  editedAt: null,
  deletedAt: null,
  version: 1,
};

const box = () => screen.findByRole('textbox', { name: 'Write a comment' });

describe('the talk about a task', () => {
  it('sends a comment with Ctrl Enter and mentions who is picked from the list', async () => {
    const { user, server } = await renderApp('/t/WEB-311');
    await user.type(await box(), 'Ask @li');
    expect(await screen.findByRole('option', { name: /Lin Zhao/ })).toHaveAttribute('aria-selected', 'true');
    await user.keyboard('{Enter}first{Control>}{Enter}{/Control}');
    const lin = server.state.members[1]?.userId;
    await waitFor(() => expect(server.state.comments[0]?.body).toBe(`Ask @[Lin Zhao](user:${lin}) first`));
    expect(await screen.findByText('@Lin Zhao')).toHaveClass('mention');
    expect(await box()).toHaveValue('');
  });

  it('keeps the text of a comment that was refused', async () => {
    const { user } = await renderApp('/t/WEB-311', (fake) =>
      fake.override('POST', /comments$/, () => problem(422, 'project_archived', 'The project is archived.')),
    );
    await user.type(await box(), 'Too late{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/was not sent; your text is kept. The project is archived/)).toBeInTheDocument();
    expect(await box()).toHaveValue('Too late');
    expect(screen.queryByRole('article')).not.toBeInTheDocument();
  });

  it('sends the same text again under the same key, so that a lost answer makes no second comment', async () => {
    let losses = 1;
    const { user, server } = await renderApp('/t/WEB-311', (fake) => {
      fake.override('POST', /comments$/, () =>
        losses-- > 0 ? problem(503, 'down') : { status: 201, body: { ...COMMENT, body: 'Once', taskId: 't' } },
      );
    });
    await user.type(await box(), 'Once{Control>}{Enter}{/Control}');
    await waitFor(async () => expect(await box()).toHaveValue('Once'));
    await waitFor(() => expect(screen.queryByRole('article')).not.toBeInTheDocument());
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(async () => expect(await box()).toHaveValue(''));
    const keys = server.requests
      .filter(({ path }) => path.endsWith('/comments'))
      .flatMap(({ method, headers }) => (method === 'POST' ? [headers.get('Idempotency-Key')] : []));
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('changes an own comment, answers one, and deletes after asking', async () => {
    const { user, server } = await renderApp('/t/WEB-311');
    await user.type(await box(), 'Frist{Control>}{Enter}{/Control}');
    const article = await screen.findByRole('article', { name: 'Comment by Ada Okafor' });
    await user.click(await within(article).findByRole('button', { name: 'More about this comment' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Edit' }));
    const field = await screen.findByRole('textbox', { name: 'The comment’s text' });
    await user.clear(field);
    await user.type(field, 'First{Control>}{Enter}{/Control}');
    await waitFor(() => expect(server.state.comments[0]?.body).toBe('First'));

    await user.click(await screen.findByRole('button', { name: 'Reply' }));
    await user.type(await box(), 'Indeed{Control>}{Enter}{/Control}');
    await waitFor(() => expect(server.state.comments[1]?.parentId).toBe(server.state.comments[0]?.id));

    await user.click((await screen.findAllByRole('button', { name: 'More about this comment' }))[0] ?? article);
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(server.state.comments[0]?.body).toBeNull());
    expect(await screen.findByText('This comment was deleted.')).toBeInTheDocument();
    expect(screen.getByText('Indeed')).toBeInTheDocument();
  });

  it('follows what others write and change', async () => {
    const { server, tell } = await renderApp('/t/WEB-311');
    await box();
    const lin = server.state.members[1]?.userId ?? '';
    const { id } = server.task('WEB-311');
    const { projectId } = server.task('WEB-311');
    const by = { actorId: lin, changeId: 'c', clientId: 'other' };
    const news = { ...by, at: new Date().toISOString(), changes: null, projectId, taskId: id };
    server.state.comments.push({ ...COMMENT, taskId: id, authorId: lin });
    await tell({ ...news, type: 'comment.created', subject: { kind: 'comment', id: 'k' }, version: 1 });
    expect(await screen.findByRole('article', { name: 'Comment by Lin Zhao' })).toHaveTextContent(
      'Fresh from the oven',
    );

    Object.assign(server.task('WEB-311'), { title: 'Lin was here', version: 9 });
    await tell({ ...news, type: 'task.updated', subject: { kind: 'task', id }, version: 9 });
    expect(await screen.findByDisplayValue('Lin was here')).toBeInTheDocument();

    server.state.tasks = server.state.tasks.filter((task) => task.id !== id);
    await tell({ ...news, type: 'task.deleted', subject: { kind: 'task', id }, version: 10 });
    expect(await screen.findByText('WEB-311 is not there')).toBeInTheDocument();
  });

  it('tells what was changed, and shows the task as it was then', async () => {
    const { user } = await renderApp('/t/WEB-311');
    await user.click(await screen.findByRole('button', { name: /^Priority/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Urgent' }));
    const line = await screen.findByText(/changed the priority from Medium to Urgent/);
    expect(line).toHaveTextContent('Ada Okafor changed the priority from Medium to Urgent · now');
    await new Promise((resolve) => setTimeout(resolve, 5));
    await user.click(screen.getByRole('button', { name: /^Priority/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Low' }));
    await screen.findByText(/changed the priority from Urgent to Low/);

    await user.click(screen.getByRole('button', { name: /View as of then: .*Medium to Urgent/ }));
    expect(await screen.findByText(/^As it stood on/)).toBeInTheDocument();
    expect(screen.queryByRole('textbox', { name: 'Title' })).not.toBeInTheDocument();
    expect(screen.getAllByText('Urgent')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Back to now' }));
    expect(await screen.findByRole('button', { name: /^Priority:\s*Low/ })).toBeInTheDocument();
  });
});
