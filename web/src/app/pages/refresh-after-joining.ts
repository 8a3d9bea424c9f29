/** The lists of projects and workspaces may have been loaded before there was the one that was joined. */
export async function refreshAfterJoining(): Promise<void> {
  // Strangers' pages do without the cache, so it is loaded only now.
  const [{ queryClient }, { projectKeys }] = await Promise.all([
    import('@/app/query'),
    import('@/features/projects/project-queries'),
  ]);
  await queryClient.invalidateQueries({ queryKey: projectKeys.all, exact: true, refetchType: 'all' });
  await queryClient.invalidateQueries({ queryKey: projectKeys.workspaces, refetchType: 'all' });
}
