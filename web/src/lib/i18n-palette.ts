import { messages } from 'virtual:catalogue/en/palette';
import { loadTexts } from '@/lib/i18n';

// The texts of the command menu, the shortcut sheet and quick add, loaded with them.
loadTexts(messages);
