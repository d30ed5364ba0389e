export * from './case-a.js';
export * from './issuing.js';
export * from './memory-store.js';
