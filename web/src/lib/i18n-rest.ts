import { messages } from 'virtual:catalogue/en/rest';
import { loadTexts } from '@/lib/i18n';

// Joined with the texts of the start; imported by the shell before any page of it is drawn.
loadTexts(messages);
