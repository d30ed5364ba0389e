import { lossRate, spreadAt, type LossModel } from './loss-model.js';
import { isInstantMillis, type Exposure, type Reading, type TemperatureBand } from './temperature-history.js';

/** Rates at one temperature, worked out once and used on both sides of a reading. */
class Rates {
  celsius = Number.NaN;
  centre = Number.NaN;
  upper = Number.NaN;
  lower = Number.NaN;
  kinetic = Number.NaN;

  setTo(model: LossModel, celsius: number): void {
    if (celsius === this.celsius) return;
    const spread = spreadAt(model, celsius);
    this.celsius = celsius;
    this.centre = lossRate(model, celsius);
    this.upper = this.centre * spread;
    this.lower = this.centre / spread;
    this.kinetic = Math.exp(-model.kineticKelvin / (celsius + 273.15));
  }
}

const hourMillis = 3_600_000;
const minuteMillis = 60_000;

/**
 * Walks over a history, reading by reading. It is changed in place, and only numbers are held: a forecast over three days at one reading a minute is to take
 * less than a millisecond, and would spend it on collecting garbage. Nobody but `withReadings` sees it.
 */
export class HistoryWalk {
  lastMillis: number;
  private from = new Rates();
  private to = new Rates();
  private readonly filled = new Rates();
  private readonly gapMillis: number;
  private centre: number;
  private upper: number;
  private lower: number;
  private hottest: number;
  private coldest: number;
  private out: number;
  private longest: number;
  private present: number;
  private estimated: number;
  private hours: number;
  private weighed: number;

  constructor(
    private readonly model: LossModel,
    private readonly before: Exposure,
  ) {
    const { last, rules, hazard, kinetic } = before;
    this.lastMillis = last?.atMillis ?? Number.NaN;
    if (last !== null) this.from.setTo(model, last.celsius);
    this.gapMillis = rules.gapMinutes === null ? Infinity : rules.gapMinutes * minuteMillis;
    this.centre = hazard.centre;
    this.upper = hazard.upper;
    this.lower = hazard.lower;
    this.hottest = before.hottestCelsius ?? -Infinity;
    this.coldest = before.coldestCelsius ?? Infinity;
    this.out = before.minutesOutOfBand;
    this.longest = before.longestMinutesOutOfBand;
    this.present = before.presentMinutesOutOfBand;
    this.estimated = before.estimatedMinutes;
    this.hours = kinetic.hours;
    this.weighed = kinetic.weighed;
  }

  /** Whether a reading can follow. What is no number compares with nothing, and never can. */
  accepts({ atMillis, celsius }: Reading): boolean {
    const ordered = Number.isNaN(this.lastMillis) || atMillis >= this.lastMillis;
    return (
      ordered && isInstantMillis(atMillis) && celsius >= this.model.leastReading && celsius <= this.model.mostReading
    );
  }

  take({ atMillis, celsius }: Reading): void {
    // JSON knows no minus zero: what was kept would not be what was worked out.
    this.to.setTo(this.model, celsius + 0);
    if (atMillis >= this.before.startsAtMillis) this.advanceTo(atMillis);
    const passed = this.from;
    this.from = this.to;
    this.to = passed;
    this.lastMillis = atMillis;
  }

  /** What has been walked over so far, as it is kept. */
  exposure(): Exposure {
    const known = this.hottest >= this.coldest;
    const last = Number.isNaN(this.lastMillis) ? null : { atMillis: this.lastMillis, celsius: this.from.celsius };
    return {
      ...this.before,
      last,
      hazard: { centre: this.centre, upper: this.upper, lower: this.lower },
      hottestCelsius: known ? this.hottest : null,
      coldestCelsius: known ? this.coldest : null,
      minutesOutOfBand: this.out,
      longestMinutesOutOfBand: this.longest,
      presentMinutesOutOfBand: this.present,
      estimatedMinutes: this.estimated,
      kinetic: { hours: this.hours, weighed: this.weighed },
    };
  }

  private advanceTo(millis: number): void {
    const start = this.before.startsAtMillis;
    if (Number.isNaN(this.lastMillis)) this.fill(start, millis, this.before.rules.setPointCelsius);
    else if (millis - this.lastMillis > this.gapMillis) {
      this.fill(Math.max(start, this.lastMillis), millis, this.from.celsius);
    } else if (this.lastMillis < start) this.spanFromStart(millis);
    else this.span(this.from, this.to, millis - this.lastMillis);
    this.see(this.to.celsius);
  }

  /** Time that no readings vouch for, at the warmer of what stood before it and the reading that ends it. */
  private fill(fromMillis: number, toMillis: number, celsiusBefore: number): void {
    if (toMillis === fromMillis) return;
    this.filled.setTo(this.model, Math.max(celsiusBefore, this.to.celsius));
    this.span(this.filled, this.filled, toMillis - fromMillis);
    this.see(this.filled.celsius);
    this.estimated += (toMillis - fromMillis) / minuteMillis;
  }

  /** The last reading is from before the cells were counted: only what comes after is theirs, from the temperature in between. */
  private spanFromStart(millis: number): void {
    const start = this.before.startsAtMillis;
    const part = (start - this.lastMillis) / (millis - this.lastMillis);
    this.filled.setTo(this.model, this.from.celsius + part * (this.to.celsius - this.from.celsius));
    this.see(this.filled.celsius);
    this.span(this.filled, this.to, millis - start);
  }

  private span(from: Rates, to: Rates, millis: number): void {
    const hours = millis / hourMillis;
    this.centre += (hours * (from.centre + to.centre)) / 2;
    this.upper += (hours * (from.upper + to.upper)) / 2;
    this.lower += (hours * (from.lower + to.lower)) / 2;
    this.weighed += (hours * (from.kinetic + to.kinetic)) / 2;
    this.hours += hours;
    this.countOutOfBand(from.celsius, to.celsius, millis / minuteMillis);
  }

  private see(celsius: number): void {
    if (celsius > this.hottest) this.hottest = celsius;
    if (celsius < this.coldest) this.coldest = celsius;
  }

  /** Between two readings the temperature goes straight: it is in the band from one part of the way to another, or never. */
  private countOutOfBand(from: number, to: number, minutes: number): void {
    if (minutes === 0) return;
    const { band } = this.before.rules;
    const entering = partOutOf(band, from, to);
    const leaving = partOutOf(band, to, from);
    if (entering + leaving > 1) return this.stayOut(minutes);
    this.stayOut(minutes * entering);
    this.present = 0;
    this.stayOut(minutes * leaving);
  }

  private stayOut(minutes: number): void {
    this.present += minutes;
    this.out += minutes;
    if (this.present > this.longest) this.longest = this.present;
  }
}

/** Which part of the way to another temperature is out of band before the band is reached; all of it where it never is. */
function partOutOf({ minCelsius, maxCelsius }: TemperatureBand, from: number, to: number): number {
  if (from >= minCelsius && from <= maxCelsius) return 0;
  const bound = from < minCelsius ? minCelsius : maxCelsius;
  const reaches = from < minCelsius ? to >= bound : to <= bound;
  return reaches ? (bound - from) / (to - from) : 1;
}
