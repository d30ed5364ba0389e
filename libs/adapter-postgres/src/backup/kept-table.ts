/** A table and those of its columns that a backup holds. */
export interface KeptTable {
  readonly name: string;
  readonly columns: readonly string[];
}
