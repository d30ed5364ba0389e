export * from './engine/not-set.js';
export * from './typesetter.js';
