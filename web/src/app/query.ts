import { createQueryClient } from '@/api/query-client';

/** The one cache of the page. Loaded with the shell: the sign-in page does without. */
export const queryClient = createQueryClient();
