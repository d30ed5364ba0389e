/** Makes the process that loads this one of an earlier release, as far as it can be told apart by what it derives: see earlier-release.hooks.mjs. */
import { register } from 'node:module';

register('./earlier-release.hooks.mjs', import.meta.url);
