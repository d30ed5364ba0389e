/** A catalogue, compiled when the board is built (catalogues.ts beside vite.config.ts). */
declare module '*.po' {
  import type { Messages } from '@lingui/core';
  export const messages: Messages;
}
