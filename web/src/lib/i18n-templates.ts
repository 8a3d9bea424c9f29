import { messages } from 'virtual:catalogue/en/templates';
import { loadTexts } from '@/lib/i18n';

// The texts of templates, loaded where one is made or used.
loadTexts(messages);
