import { messages } from 'virtual:catalogue/en/list';
import { loadTexts } from '@/lib/i18n';

// The texts of lists, loaded with the pages that have one.
loadTexts(messages);
