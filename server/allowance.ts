type Bucket = { tokens: number; at: number };

/** Past this many keys the full buckets go, for they say nothing; then the oldest. */
const mostKeys = 10_000;

/** How often each key may do something: `burst` times at once, then `burst` times in every `perMs`. */
export class Allowance {
  readonly #burst: number;
  readonly #perMs: number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(burst: number, perMs: number) {
    this.#burst = burst;
    this.#perMs = perMs;
  }

  /** Takes one turn, or tells that there is none. */
  take(key: string): boolean {
    const bucket = this.#bucket(key);
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }

  forget(key: string): void {
    this.#buckets.delete(key);
  }

  #bucket(key: string): Bucket {
    const now = performance.now();
    const known = this.#buckets.get(key);
    if (known === undefined && this.#buckets.size >= mostKeys) this.#makeRoom(now);
    const bucket = known ?? { tokens: this.#burst, at: now };
    this.#refill(bucket, now);
    this.#buckets.set(key, bucket);
    return bucket;
  }

  #refill(bucket: Bucket, now: number): void {
    const refilled = ((now - bucket.at) / this.#perMs) * this.#burst;
    bucket.tokens = Math.min(this.#burst, bucket.tokens + refilled);
    bucket.at = now;
  }

  #makeRoom(now: number): void {
    for (const [key, bucket] of this.#buckets) {
      this.#refill(bucket, now);
      if (bucket.tokens >= this.#burst) this.#buckets.delete(key);
    }
    const [oldest] = this.#buckets.keys();
    if (oldest !== undefined && this.#buckets.size >= mostKeys) this.#buckets.delete(oldest);
  }
}
