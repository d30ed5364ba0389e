declare const brand: unique symbol;

/** A value whose type says what it is, so that a leg's id cannot be passed for a bag's. */
export type Branded<T, Name extends string> = T & { readonly [brand]: Name };
