/** A setting with where it comes from and how sure that is (marks as in domain/standards.md: V, V-, C, G). */
export interface Sourced<T> {
  readonly value: T;
  readonly source: string;
  readonly mark: 'V' | 'V-' | 'C' | 'G' | 'site';
}
