export * from './by-hand/by-hand-desk.js';
export * from './loggers/logger-desk.js';
export * from './rehearsal/rehearsal-desk.js';
export * from './rehearsal/script.js';
