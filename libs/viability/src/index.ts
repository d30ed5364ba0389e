export * from './clock.js';
export * from './frozen.js';
