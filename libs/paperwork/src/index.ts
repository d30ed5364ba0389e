export * from './language.js';
export * from './labels/box-label.js';
export type * from './labels/label.js';
export * from './labels/label-facts.js';
export { labelUnreviewed, tagLanguages } from './labels/label-messages.js';
export * from './labels/site-codes.js';
export * from './labels/tie-tag.js';
export type * from './paper.js';
export * from './statement/compact-statement.js';
