declare const brand: unique symbol;

/** A type that only its own constructor makes: `Brand<string, 'BlockId'>` is a string that was checked to be a block id. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
