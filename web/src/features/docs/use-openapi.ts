import { useEffect, useState } from 'react';
import { errorFrom, unreachable } from '@/api/api-error';
import { type ApiDocument, readDocument } from '@/features/docs/openapi';
import { useAction } from '@/lib/use-action';

async function load(): Promise<ApiDocument> {
  const response = await fetch('/openapi/v1.json').catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw await errorFrom(response);
  return readDocument(await response.json());
}

/** The description that the server gives of itself; strangers may read it. */
export function useOpenApi() {
  const [document, setDocument] = useState<ApiDocument | null>(null);
  const { run, error } = useAction(load);
  const retry = () => void run(undefined, setDocument);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the page opens.
  useEffect(retry, []);
  return { document, error: document ? null : error, retry };
}
