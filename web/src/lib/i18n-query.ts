import { messages } from 'virtual:catalogue/en/query';
import { i18n } from '@lingui/core';
import '@/lib/i18n';

// The texts of the query field, which is loaded when it is opened.
i18n.load('en', messages);
i18n.activate('en');
