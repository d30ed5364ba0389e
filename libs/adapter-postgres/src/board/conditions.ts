/** Conditions of a `where`, with their parameters numbered as they come. */
export class Conditions {
  private readonly parts: string[] = [];
  readonly values: unknown[] = [];

  /** Adds a condition; each `?` in it stands for the next value. Left out when a value is undefined. */
  add(condition: string, ...given: readonly unknown[]): this {
    if (given.includes(undefined)) return this;
    let next = 0;
    this.parts.push(condition.replaceAll('?', () => this.parameter(given[next++])));
    return this;
  }

  /** A value as a parameter. */
  parameter(value: unknown): string {
    return `$${this.values.push(value)}`;
  }

  get text(): string {
    return this.parts.length === 0 ? 'true' : this.parts.join(' and ');
  }
}
