import type { Sourced } from './policy.sourced.js';

/** How an alert that nobody acknowledges climbs; to the next person it does after `escalateAfterMinutes`. */
export interface AlertLadder {
  /** From one channel of the first person to the next. */
  readonly nextChannelMinutes: number;
  /** How many people on call are told one after the other. */
  readonly persons: number;
  /** A critical one is told to all of them again after so long, and then after twice as long each time. */
  readonly repeatMinutes: number;
  readonly repeatAtMostMinutes: number;
  /** Whether whoever was told of an alert that nobody took on is told, once, that it ended by itself. */
  readonly tellEnd: boolean;
}

/** How people are told of alerts. */
export interface TellingPolicy {
  readonly alertLadder: Sourced<AlertLadder>;
}

export const tellingSettings: TellingPolicy = {
  alertLadder: {
    value: { nextChannelMinutes: 5, persons: 3, repeatMinutes: 30, repeatAtMostMinutes: 24 * 60, tellEnd: true },
    source: 'site choice: the first person has a quarter of an hour; what is told daily for weeks is still told',
    mark: 'site',
  },
};
