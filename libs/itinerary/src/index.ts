export * from './flight-time.js';
export * from './plan.js';
