/** The front door for apps/ops and the tests of the whole. */
export { createApi } from './create-api.js';
export { writeOpenApi } from './description/open-api-file.js';
export { standardLimits } from './limits/limits.js';
export type { LimitFigures } from './limits/limits.js';
export type { ApiParts } from './parts.js';
