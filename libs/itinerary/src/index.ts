export * from './flight.js';
export * from './flight-time.js';
export * from './plan.js';
export * from './working-days.js';
export * from './positioning.js';
export * from './legs-ahead.js';
