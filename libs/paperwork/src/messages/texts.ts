import type { checks } from './en/checks.js';
import type { officers } from './en/officers.js';
import type { papers } from './en/papers.js';

/** A catalogue in another language: every message of the English one, none besides. */
export type OfficerTexts = Readonly<Record<keyof typeof officers, string>>;
export type PaperTexts = Readonly<Record<keyof typeof papers, string>>;
export type CheckTexts = Readonly<Record<keyof typeof checks, string>>;
