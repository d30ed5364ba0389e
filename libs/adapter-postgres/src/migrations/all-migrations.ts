import { Spine1795305600000 } from './1795305600000-spine.js';
import { Couriers1795392000000 } from './1795392000000-couriers.js';

/** In the order they run. A landed migration never changes. */
export const migrations = [Spine1795305600000, Couriers1795392000000];
