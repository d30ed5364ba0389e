export * from './facts/from-rules.js';
export type * from './facts/missing.js';
export type * from './facts/paper-facts.js';
export * from './facts/readers.js';
export * from './language.js';
export * from './papers/pack.js';
export type * from './paper.js';
