import type { Policy } from '@cellrelay/shipment';
import { receiptSettingsSinceFirst } from './receipt-settings.js';

/** Lifts an event's data by one version. Its own `occurredAt` and the rest of the envelope stay as they were stored. */
type Step = (data: never) => unknown;

/**
 * The settings that policies have gained since the first version. A policy pinned before is read with these values, written out here: what an old log
 * tells must not change when a default does.
 */
const settingsSinceFirst: Partial<Policy> = { ...receiptSettingsSinceFirst };

/**
 * What lifts the data of an event's old versions: the first step reads version 1 and answers version 2, and so on. An event that is not named here is at
 * its first version. Steps are only ever added.
 */
const steps: Readonly<Record<string, readonly Step[]>> = {
  PolicyPinned: [({ policy }: { readonly policy: Policy }) => ({ policy: { ...settingsSinceFirst, ...policy } })],
  ProductReceived: [(data: object) => ({ ...data, country: null, answers: [] })],
  InfusionStarted: [(data: object) => ({ ...data, volumeInfusedMl: null, dose: null })],
};

/** The version in which an event is written today. */
export function currentVersionOf(type: string): number {
  return (steps[type]?.length ?? 0) + 1;
}

/** The data as today's version has it. Throws on a version that this release does not know. */
export function upcastData(type: string, version: number, data: unknown): unknown {
  if (!Number.isInteger(version) || version < 1 || version > currentVersionOf(type))
    throw new RangeError(`${type} version ${version} is not known to this release`);
  return (steps[type] ?? []).slice(version - 1).reduce<unknown>((lifted, step) => step(lifted as never), data);
}
