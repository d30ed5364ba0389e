import type { ApiParts } from './parts.js';

/** Under which token each part is injected: the part's own name. */
export const part = (name: keyof ApiParts): string => `cellrelay:${name}`;
