/// <reference types="vite/client" />

declare module 'virtual:catalogue/en/*' {
  import type { Catalogue } from '@/lib/messages';

  export const messages: Catalogue;
}
