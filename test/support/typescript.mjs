/**
 * Lets plain node load the sources as they are: `node --import ./test/support/typescript.mjs FILE.ts`. For what runs beside jest (its set-up, processes that a
 * test kills), so that none of it depends on a build that may be of yesterday.
 */
import { register } from 'node:module';

register('./typescript.hooks.mjs', import.meta.url);
