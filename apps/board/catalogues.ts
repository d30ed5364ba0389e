import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import PO from 'pofile';
import type { Plugin } from 'vite';

/** Makes a module of each catalogue: its messages, compiled, so that no compiler is sent to the browser. A message that cannot be compiled ends the build. */
export function catalogues(): Plugin {
  return {
    name: 'cellrelay-catalogues',
    transform(code, id) {
      if (!id.endsWith('.po')) return null;
      const entries = PO.parse(code).items.map(({ msgid, msgstr }) => [msgid, compileMessageOrThrow(msgstr.join(''))]);
      return { code: `export const messages = ${JSON.stringify(Object.fromEntries(entries))};`, map: null };
    },
  };
}
