import { messages } from 'virtual:catalogue/en/query';
import { loadTexts } from '@/lib/i18n';

// The texts of the query field, which is loaded when it is opened.
loadTexts(messages);
