export * from './plan.js';
export * from './positioning.js';
