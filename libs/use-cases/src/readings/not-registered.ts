import type { ShipmentId } from '@cellrelay/kernel';
import type { LoggerRegister } from './logger-register.port.js';

/** Where loggers that are bound are looked up. */
export type LoggersThatSend = Pick<LoggerRegister, 'ableToSend'>;

/** What whoever binds a logger is told beside the answer: where no device of that number could send readings for this shipment, it would lie in the box unheard. */
export async function bindingNotices(
  register: LoggersThatSend | undefined,
  shipment: ShipmentId,
  { name, data }: { readonly name: string; readonly data: unknown },
): Promise<readonly string[]> {
  if (register === undefined || name !== 'BindLogger') return [];
  const { logger, sends } = data as { readonly logger: string; readonly sends: string };
  if (sends !== 'live' || (await register.ableToSend(shipment, [logger])).has(logger)) return [];
  return [`Logger ${logger} is not registered: nothing will be heard from it unless its file is read in.`];
}
