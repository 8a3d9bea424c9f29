import { messages } from 'virtual:catalogue/en/task';
import { i18n } from '@lingui/core';
import '@/lib/i18n';

// The texts of the open task, loaded with it.
i18n.load('en', messages);
i18n.activate('en');
