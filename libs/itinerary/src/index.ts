export * from './plan.js';
export * from './working-days.js';
export * from './positioning.js';
