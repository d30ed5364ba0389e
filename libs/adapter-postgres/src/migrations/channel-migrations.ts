import { Deliveries1795464000000 } from './1795464000000-deliveries.js';
import { Endpoints1795464000001 } from './1795464000001-endpoints.js';

/** What goes out to people and programs. */
export const channelMigrations = [Deliveries1795464000000, Endpoints1795464000001];
