import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { type FakeServer, problem } from '@/test/fake/fake-server';
import { renderApp } from '@/test/render-app';

const panel = () => screen.findByRole('complementary', { name: /^Task / });
const title = async () => within(await panel()).findByRole('textbox', { name: 'Title' });
const patches = (server: FakeServer) => server.requests.filter((request) => request.method === 'PATCH');

// The parts that are loaded late take their time on a busy machine.
beforeAll(async () => {
  await import('@/app/pages/task-page-peek');
}, 60_000);

describe('the open task', () => {
  it('saves a title on Enter, with the version that was read', async () => {
    const { user, server } = await renderApp('/p/WEB/board?task=WEB-311');
    const field = await title();
    await user.clear(field);
    await user.type(field, 'Two delivery dates{Enter}');
    await waitFor(() => expect(server.task('WEB-311').title).toBe('Two delivery dates'));
    expect(patches(server).map((request) => request.headers.get('If-Match'))).toEqual(['"1"']);
    expect(await screen.findByRole('listitem', { name: 'WEB-311: Two delivery dates' })).toBeInTheDocument();
  });

  it('keeps the text of a refused title, says why, and saves it afterwards', async () => {
    let refusals = 1;
    const { user, server } = await renderApp('/p/WEB/board?task=WEB-311', (fake) => {
      fake.override('PATCH', /tasks\/[^/]+$/, ({ body }) => {
        refusals -= 1;
        if (refusals >= 0) return problem(400, 'invalid', 'Too rude.');
        return { body: { ...fake.task('WEB-311'), ...body, version: 2 } };
      });
    });
    const field = await title();
    await user.clear(field);
    await user.type(field, 'Bah{Enter}');
    expect(await screen.findByText('Title was not saved. Too rude.')).toBeInTheDocument();
    expect(field).toHaveValue('Bah');
    expect(screen.getByRole('listitem', { name: /^WEB-311: Let shoppers/ })).toBeInTheDocument();
    await user.type(field, '!{Enter}');
    expect(await screen.findByRole('listitem', { name: 'WEB-311: Bah!' })).toBeInTheDocument();
    expect(patches(server)).toHaveLength(2);
  });

  it('moves the card at once, and back with the reason when the workflow refuses', async () => {
    const { user } = await renderApp('/p/WEB/board?task=WEB-311', (fake) => {
      fake.override('PATCH', /tasks\/[^/]+$/, () => problem(422, 'illegal_transition', 'No way from todo to done.'));
    });
    await user.click(await within(await panel()).findByRole('button', { name: /^Status:\s*To do$/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Done' }));
    expect(await screen.findByText('Status was not saved. No way from todo to done.')).toBeInTheDocument();
    expect(within(await panel()).getByRole('button', { name: /^Status:\s*To do$/ })).toBeInTheDocument();
    expect(await screen.findByRole('region', { name: /^To do, 16/ })).toBeInTheDocument();
  });

  it('saves a status and offers to undo it', async () => {
    const { user, server } = await renderApp('/p/WEB/board?task=WEB-311');
    await user.click(await within(await panel()).findByRole('button', { name: /^Status:\s*To do$/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Done' }));
    expect(await screen.findByText('WEB-311 moved to Done')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(server.task('WEB-311').status).toBe('todo'));
    expect(await within(await panel()).findByRole('button', { name: /^Status:\s*To do$/ })).toBeInTheDocument();
  });

  it('shows both values when two people changed the same, and sends mine on demand', async () => {
    const { user, server } = await renderApp('/p/WEB/board?task=WEB-311');
    const field = await title();
    await user.clear(field);
    await user.type(field, 'Mine');
    Object.assign(server.task('WEB-311'), { title: 'Theirs', version: 7 });
    await user.keyboard('{Enter}');
    const note = await screen.findByText(/Title was changed by someone else/);
    expect(note.closest('section')).toHaveTextContent('TheirsTheirsYoursMine');
    expect(server.task('WEB-311').title).toBe('Theirs');
    await user.click(screen.getByRole('button', { name: 'Use mine' }));
    await waitFor(() => expect(server.task('WEB-311').title).toBe('Mine'));
    await waitFor(() => expect(screen.queryByText(/changed by someone else/)).not.toBeInTheDocument());
  });

  it('lets an edit of another field through a stale version', async () => {
    const { user, server } = await renderApp('/p/WEB/board?task=WEB-311');
    await panel();
    const button = await screen.findByRole('button', { name: /^Priority:\s*Medium$/ });
    Object.assign(server.task('WEB-311'), { title: 'Theirs', version: 7 });
    await user.click(button);
    await user.click(await screen.findByRole('menuitem', { name: 'Urgent' }));
    await waitFor(() => expect(server.task('WEB-311').priority).toBe('urgent'));
    expect(await title()).toHaveValue('Theirs');
  });

  it('makes a label in place', async () => {
    const { user, server } = await renderApp('/p/WEB/board?task=WEB-311');
    await user.click(await screen.findByRole('button', { name: 'Add a label' }));
    await user.type(await screen.findByPlaceholderText('Find…'), 'Vans');
    await user.click(await screen.findByRole('button', { name: 'Create it' }));
    await waitFor(() => expect(server.task('WEB-311').labels).toEqual(['Checkout', 'Vans']));
  });

  it('adds a sub-task, counts it and ticks it', async () => {
    const { user, server } = await renderApp('/p/WEB/board?task=WEB-311');
    await user.click(await screen.findByRole('button', { name: 'Add a sub-task' }));
    await user.type(screen.getByRole('textbox', { name: /done first/ }), 'Ask the bakery{Enter}');
    expect(await screen.findByText('0 of 1')).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Mark as done: Ask the bakery' }));
    expect(await screen.findByText('1 of 1')).toBeInTheDocument();
    await waitFor(() => expect(server.state.tasks.at(-1)).toMatchObject({ status: 'done', title: 'Ask the bakery' }));
  });

  it('shows what the task comes to with all that stands below it, and what lies outside its dates', async () => {
    const { user, router } = await renderApp('/p/WEB/board?task=WEB-311', (fake) => {
      const [top, middle, low] = [fake.task('WEB-311'), fake.task('WEB-310'), fake.task('WEB-309')];
      Object.assign(top, { estimateMinutes: 60, startAt: '2020-12-03', dueAt: '2020-12-10', subtaskCount: 1 });
      Object.assign(middle, {
        startAt: null,
        dueAt: null,
        parentId: top.id,
        estimateMinutes: 720,
        status: 'done',
        statusCategory: 'completed',
      });
      Object.assign(low, { parentId: middle.id, estimateMinutes: 30, startAt: null, dueAt: '2020-12-20' });
    });
    expect(await screen.findByText('12 h of 13 h 30 min')).toBeInTheDocument();
    expect(screen.getByText(/^(3 Dec|Dec 3),? 2020 – (20 Dec|Dec 20),? 2020$/)).toBeInTheDocument();
    expect(screen.getByText('1 of 2 on 2 levels')).toBeInTheDocument();
    expect(screen.getByRole('note')).toHaveTextContent('A sub-task lies outside the dates of this task');
    await user.click(screen.getByRole('button', { name: /^WEB-309 \(until/ }));
    await waitFor(() => expect(router.state.location.search).toEqual({ task: 'WEB-309' }));
  });

  it('shows fields that are computed, which nobody sets, and leads where a link does', async () => {
    await renderApp('/p/WEB/board?task=WEB-311', (fake) => {
      const projectId = fake.state.projects[0]?.id ?? '';
      const shared = { projectId, description: '', options: [], currency: 'EUR', taskTypes: [], rollUp: null };
      const plain = { ...shared, required: 'never' as const, createdAt: '2026-11-23T08:00:00Z', version: 1 };
      fake.state.plans.fields.push(
        { ...plain, id: 'f1', name: 'Total', type: 'formula', formula: 'field("Cost") * 2', resultType: 'money' },
        { ...plain, id: 'f2', name: 'Design', type: 'link', formula: null, resultType: null },
      );
      fake.task('WEB-311').customFields = { Total: 12.5, Design: 'https://example.org/a' };
    });
    const fact = (await screen.findByText('Total')).closest('.fact');
    expect(fact).toHaveTextContent('€12.50');
    expect(fact?.querySelector('button')).toBeNull();
    expect(screen.getByRole('link', { name: 'Open Design' })).toHaveAttribute('href', 'https://example.org/a');
  });

  it('deletes with a way back', async () => {
    const { user, server, router } = await renderApp('/p/WEB/board?task=WEB-311');
    await user.click(await within(await panel()).findByRole('button', { name: 'More' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete the task' }));
    expect(await screen.findByText('WEB-311 deleted')).toBeInTheDocument();
    await waitFor(() => expect(router.state.location.search).toEqual({}));
    await waitFor(() => expect(screen.queryByRole('listitem', { name: /^WEB-311/ })).not.toBeInTheDocument());
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('listitem', { name: /^WEB-311/ })).toBeInTheDocument();
    expect(server.task('WEB-311').title).toMatch(/^Let shoppers/);
  });

  it('walks to the next card with J, closes with Escape and gives the focus back', async () => {
    const { user, router } = await renderApp('/p/WEB/board');
    const card = await screen.findByRole('listitem', { name: /^WEB-310:/ });
    card.focus();
    await user.keyboard('{Enter}');
    await title();
    await user.keyboard('k');
    await waitFor(() => expect(router.state.location.search).toEqual({ task: 'WEB-311' }));
    await user.keyboard('j');
    await waitFor(() => expect(router.state.location.search).toEqual({ task: 'WEB-310' }));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(router.state.location.search).toEqual({}));
    await waitFor(() => expect(document.activeElement).toBe(card));
  });

  it('shows no control to those who may only read', async () => {
    await renderApp('/p/WEB/board?task=WEB-311', (fake) => {
      for (const project of fake.state.projects) project.role = 'viewer';
    });
    const region = await panel();
    expect(await within(region).findByRole('heading', { name: /^Let shoppers/ })).toBeInTheDocument();
    expect(within(region).queryByRole('textbox')).not.toBeInTheDocument();
    expect(within(region).queryByRole('button', { name: /Status/ })).not.toBeInTheDocument();
  });

  it('says so when there is no such task', async () => {
    await renderApp('/p/WEB/board?task=WEB-9999');
    expect(await screen.findByText('WEB-9999 is not there')).toBeInTheDocument();
  });

  it('is a page of its own as well', async () => {
    const { user, server } = await renderApp('/t/WEB-311');
    const field = await screen.findByRole('textbox', { name: 'Title' });
    await user.clear(field);
    await user.type(field, 'On its own{Enter}');
    await waitFor(() => expect(server.task('WEB-311').title).toBe('On its own'));
  });
});
