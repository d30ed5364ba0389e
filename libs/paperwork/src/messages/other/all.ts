export { es } from './es.js';
export { fr } from './fr.js';
export { it } from './it.js';
export { ja } from './ja.js';
export { ko } from './ko.js';
export { zhHant } from './zh-hant.js';
