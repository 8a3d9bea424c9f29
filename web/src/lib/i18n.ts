import { messages } from 'virtual:catalogue/en/start';
import { i18n } from '@lingui/core';
import type { MessageId } from '@/locales/message-id';

i18n.load('en', messages);
i18n.activate('en');

export type Text = MessageId;

/** The text of an id. New ids go into `src/locales/en/<feature>.json`. */
export const t = (id: MessageId, values?: Record<string, string | number>): string => i18n._(id, values);
