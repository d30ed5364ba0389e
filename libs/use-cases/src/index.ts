export * from './ports.js';
export * from './questions/views.js';
