import { z } from 'zod';

/** Moments and places, as the questions answer them. */

export const instant = z.iso.datetime().meta({ description: 'UTC instant, ISO 8601 with milliseconds' });
export const zone = z.string().meta({ description: 'IANA time zone' });
export const place = z.object({ city: z.string(), zone });
