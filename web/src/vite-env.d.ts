/// <reference types="vite/client" />

declare module 'virtual:catalogue/en/*' {
  import type { Messages } from '@lingui/core';

  export const messages: Messages;
}
