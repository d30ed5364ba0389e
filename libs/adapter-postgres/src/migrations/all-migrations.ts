import { Spine1795305600000 } from './1795305600000-spine.js';
import { PoliciesAndFigures1795392000000 } from './1795392000000-policies-and-figures.js';
import { Couriers1795395600000 } from './1795395600000-couriers.js';
import { Units1795399200000 } from './1795399200000-units.js';
import { CourierRevisions1795402800000 } from './1795402800000-courier-revisions.js';
import { Downtimes1795406400000 } from './1795406400000-downtimes.js';
import { People1795410000000 } from './1795410000000-people.js';
import { Parts1795413600000 } from './1795413600000-parts.js';
import { Joining1795417200000 } from './1795417200000-joining.js';
import { Record1795420800000 } from './1795420800000-record.js';
import { Oidc1795424400000 } from './1795424400000-oidc.js';
import { Readings1795449600000 } from './1795449600000-readings.js';
import { paperMigrations } from './paper-migrations.js';
import { tellingMigrations } from './telling-migrations.js';
import { wallMigrations } from './wall-migrations.js';

/** In the order they run. A landed migration never changes. */
export const migrations = [
  Spine1795305600000,
  PoliciesAndFigures1795392000000,
  Couriers1795395600000,
  Units1795399200000,
  CourierRevisions1795402800000,
  Downtimes1795406400000,
  People1795410000000,
  Parts1795413600000,
  Joining1795417200000,
  Record1795420800000,
  Oidc1795424400000,
  ...wallMigrations,
  Readings1795449600000,
  ...tellingMigrations,
  ...paperMigrations,
];
