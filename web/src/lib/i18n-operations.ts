import { messages } from 'virtual:catalogue/en/operations';
import { loadTexts } from '@/lib/i18n';

// The texts of one part of the client, loaded with its pages.
loadTexts(messages);
