import { messages } from 'virtual:catalogue/en/start';
import { type Catalogue, textOf, type Values } from '@/lib/messages';
import type { MessageId } from '@/locales/message-id';

const known: Record<string, Catalogue[string]> = {};

/** Adds the texts of one part of the client; what draws them imports the file that does so. */
export const loadTexts = (catalogue: Catalogue): void => void Object.assign(known, catalogue);

loadTexts(messages);

export type Text = MessageId;

/** The text of an id. New ids go into `src/locales/en/<feature>.json`. */
export const t = (id: MessageId, values: Values = {}): string => textOf(known[id] ?? id, values);
