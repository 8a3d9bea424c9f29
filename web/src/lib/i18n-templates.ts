import { messages } from 'virtual:catalogue/en/templates';
import { i18n } from '@lingui/core';
import '@/lib/i18n';

// The texts of templates, loaded where one is made or used.
i18n.load('en', messages);
i18n.activate('en');
