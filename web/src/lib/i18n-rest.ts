import { messages } from 'virtual:catalogue/en/rest';
import { i18n } from '@lingui/core';
import '@/lib/i18n';

// Joined with the texts of the start; imported by the shell before any page of it is drawn.
i18n.load('en', messages);
i18n.activate('en');
