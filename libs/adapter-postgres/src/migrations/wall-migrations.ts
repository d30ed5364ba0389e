import { Identities1795428000000 } from './1795428000000-identities.js';
import { Links1795431600000 } from './1795431600000-links.js';
import { Disclosures1795435200000 } from './1795435200000-disclosures.js';
import { Words1795438800000 } from './1795438800000-words.js';
import { Letters1795442400000 } from './1795442400000-letters.js';
import { Mending1795446000000 } from './1795446000000-mending.js';

/** What stands behind the wall between the sides, and what passes it. */
export const wallMigrations = [
  Identities1795428000000,
  Links1795431600000,
  Disclosures1795435200000,
  Words1795438800000,
  Letters1795442400000,
  Mending1795446000000,
];
