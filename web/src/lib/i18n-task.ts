import { messages } from 'virtual:catalogue/en/task';
import { loadTexts } from '@/lib/i18n';

// The texts of the open task, loaded with it.
loadTexts(messages);
