export * from './brand.js';
export * from './equal.js';
export * from './ids.js';
export * from './instant.js';
export * from './message-of.js';
export * from './result.js';
export * from './zoned.js';
