import { Deliveries1795464000000 } from './1795464000000-deliveries.js';

/** What goes out to people and programs. */
export const channelMigrations = [Deliveries1795464000000];
