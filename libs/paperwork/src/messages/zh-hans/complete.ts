import { checks } from './checks.js';
import { officers } from './officers.js';
import { papers } from './papers.js';

export const zhHansComplete = { ...officers, ...papers, ...checks };
