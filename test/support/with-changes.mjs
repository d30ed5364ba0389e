/** For a process of a test's own: loads the sources with the changes that CELLRELAY_TEST_CHANGES names (changed-sources.ts). To be imported after typescript.mjs. */
import { register } from 'node:module';

register('./with-changes.hooks.mjs', import.meta.url, {
  data: JSON.parse(process.env.CELLRELAY_TEST_CHANGES ?? '[]'),
});
