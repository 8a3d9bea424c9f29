/** Unsent text, kept per field in IndexedDB so that no Esc, click, reload or ended session loses it. */
const DATABASE = 'waymark-drafts';
const STORE = 'drafts';
const SAVE_MS = 400;

let opening: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opening;
}

async function run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> {
  try {
    const database = await open();
    return await new Promise((resolve, reject) => {
      const request = act(database.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } catch {
    // Private windows may forbid storage: writing then works without drafts.
    return undefined;
  }
}

export async function readDraft(key: string): Promise<string> {
  const value: unknown = await run<unknown>('readonly', (store) => store.get(key));
  return typeof value === 'string' ? value : '';
}

const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/** Saves within half a second of the last key press; an empty text removes the draft. */
export function saveDraft(key: string, text: string) {
  clearTimeout(waiting.get(key));
  waiting.set(
    key,
    setTimeout(() => {
      waiting.delete(key);
      if (text) void run<IDBValidKey>('readwrite', (store) => store.put(text, key));
      else void run<undefined>('readwrite', (store) => store.delete(key));
    }, SAVE_MS),
  );
}

export function dropDraft(key: string) {
  clearTimeout(waiting.get(key));
  waiting.delete(key);
  void run<undefined>('readwrite', (store) => store.delete(key));
}

/** The person signed out: nothing they wrote may stay on this machine. */
export async function dropAllDrafts() {
  await run<undefined>('readwrite', (store) => store.clear());
}
