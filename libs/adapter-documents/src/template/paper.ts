import { blocks } from './blocks.js';
import { curve } from './curve.js';
import { ground } from './ground.js';
import { pages } from './pages.js';

/** The whole source that papers and packs are set by. */
export const paperTemplate = [ground, blocks, curve, pages].join('\n');
