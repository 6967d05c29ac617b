import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

const dayMs = 24 * 60 * 60_000;
/** A school's longest holidays are longer, but a lesson that nobody went on with for a month is over. */
const keptDays = 30;
const mostLessons = 10_000;

/** `482913-20261120T081500Z.ndjson`: the room's code, and when it was opened. */
const form = /^([0-9]{6})-([0-9]{8}T[0-9]{6}Z)\.ndjson$/;

/** The journals that a server keeps, so that a lesson can be continued another day. */
export class SavedLessons {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = join(dataDir, "journals");
  }

  /** Where the journal of a room that opens now is kept. */
  newPath(code: string): string {
    return join(this.#folder, `${code}-${stamp(Date.now())}.ndjson`);
  }

  /** The latest journal of a room with this code. */
  async find(code: string): Promise<string | undefined> {
    const name = (await this.#names()).findLast((one) => form.exec(one)?.[1] === code);
    return name === undefined ? undefined : join(this.#folder, name);
  }

  /** Parts with lessons that were opened too long ago, and with the oldest when there are too many. */
  async removeOld(): Promise<void> {
    const names = await this.#names();
    const oldest = stamp(Date.now() - keptDays * dayMs);
    const old = names.filter(
      (name, index) => openedAt(name) < oldest || index < names.length - mostLessons,
    );
    await Promise.all(old.map((name) => rm(join(this.#folder, name), { force: true })));
  }

  /** Oldest first. */
  async #names(): Promise<readonly string[]> {
    await mkdir(this.#folder, { recursive: true });
    const names = (await readdir(this.#folder)).filter((name) => form.test(name));
    return names.sort((a, b) => (openedAt(a) < openedAt(b) ? -1 : 1));
  }
}

const openedAt = (name: string): string => form.exec(name)?.[2] ?? "";

const stamp = (ms: number): string => new Date(ms).toISOString().replaceAll(/[-:]|\.\d+/g, "");
