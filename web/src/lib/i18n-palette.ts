import { messages } from 'virtual:catalogue/en/palette';
import { i18n } from '@lingui/core';
import '@/lib/i18n';

// The texts of the command menu, the shortcut sheet and quick add, loaded with them.
i18n.load('en', messages);
i18n.activate('en');
