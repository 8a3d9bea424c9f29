import { messages } from 'virtual:catalogue/en/views';
import { i18n } from '@lingui/core';
import '@/lib/i18n';

// The texts of one part of the client, loaded with its pages.
i18n.load('en', messages);
i18n.activate('en');
