export * from './airport-directory.js';
