import { randomBytes, timingSafeEqual } from 'node:crypto';

const same = (a: string, b: string): boolean => {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
};

/**
 * Who may use a desk: whoever was given its address, once. The token in the address is taken back when it is used, for a cookie
 * that no script reads and no other site sends; so an address that stays in a history opens nothing.
 */
export class Session {
  #token: string | null = randomBytes(32).toString('base64url');
  readonly #secret = randomBytes(32).toString('base64url');

  /** Null once it was used. */
  get token(): string | null {
    return this.#token;
  }

  /** The secret for the cookie; null for a token that is wrong or was used. */
  begin(token: string): string | null {
    if (this.#token === null || !same(token, this.#token)) return null;
    this.#token = null;
    return this.#secret;
  }

  holds(secret: string | undefined): boolean {
    return secret !== undefined && same(secret, this.#secret);
  }
}
