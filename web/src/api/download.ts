import { type RequestOptions, respond } from '@/api/client';

/** Lets the person keep what an address answers. A plain link would not do: it carries no session. */
export async function download(path: string, query: RequestOptions['query'], name: string): Promise<void> {
  const response = await respond('GET', path, { query });
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Browsers read it after the press.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
