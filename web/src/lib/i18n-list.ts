import { messages } from 'virtual:catalogue/en/list';
import { i18n } from '@lingui/core';
import '@/lib/i18n';

// The texts of lists, loaded with the pages that have one.
i18n.load('en', messages);
i18n.activate('en');
