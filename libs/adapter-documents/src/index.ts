export * from './typesetter.js';
export * from './codes/modules.js';
export * from './codes/printer.js';
export * from './codes/symbol.js';
export * from './labels/label-press.js';
export * from './labels/stock.js';
