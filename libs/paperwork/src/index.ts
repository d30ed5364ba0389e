export * from './language.js';
export type * from './paper.js';
