import { matchMaker } from "@colyseus/core";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { missions } from "../../assets/missions/missions.ts";
import { openRoom } from "../../client/net/open-room.ts";
import { fetchJournal } from "../../client/net/room-reports.ts";
import type { LessonRoom } from "../../server/rooms/lesson-room.ts";
import { replay } from "../../shared/lesson/journal.ts";
import { viewFor } from "../../shared/lesson/view-for.ts";
import { ownersOf, placesOf } from "../kit/lesson-events.ts";
import { type Sitting, sitDown } from "../kit/sitting.ts";
import { startServer, type TestServer } from "../kit/test-server.ts";

// a line that another device takes over makes the library say so
vi.spyOn(console, "warn").mockImplementation(() => {});
let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** What can happen to a room from outside: to one of its people, by their place in it, or to the host. */
const happenings = ["join", "leave", "reload", "otherDevice", "hostLoss", "kick", "lock"] as const;
type Happening = { readonly kind: (typeof happenings)[number]; readonly at: number };
const someHappenings: fc.Arbitrary<readonly Happening[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...happenings), at: fc.nat(7) }),
  { minLength: 4, maxLength: 12 },
);

/** A room over real sockets, and who has which key to it. */
class LiveRoom {
  readonly code: string;
  readonly #hostKey: string;
  readonly seated: { readonly key: string; readonly actor: string; sitting: Sitting }[] = [];
  #host: Sitting;
  #isLocked = false;

  private constructor(code: string, hostKey: string, host: Sitting) {
    [this.code, this.#hostKey, this.#host] = [code, hostKey, host];
  }

  static async open(players: number): Promise<LiveRoom> {
    const { code, hostKey } = await openRoom({ server: server.url });
    const room = new LiveRoom(code, hostKey, await sitDown(server.url, code, { hostKey }));
    for (let n = 0; n < players; n++) await room.join();
    await room.ask({ kind: "startRound" });
    for (const { sitting } of room.seated) await sitting.move(1, { kind: "ready" });
    return room;
  }

  get lesson() {
    return (matchMaker.getLocalRoomById(this.code) as LessonRoom).lesson;
  }

  async ask(intent: object): Promise<void> {
    const { moves } = await this.#host.room.request("sync");
    expect((await this.#host.move(moves + 1, intent)).kind).toBe("accepted");
  }

  async join(): Promise<void> {
    const coming = sitDown(server.url, this.code);
    if (this.#isLocked) return void (await expect(coming).rejects.toThrow("roomLocked"));
    const sitting = await coming;
    const { actor, key = "" } = sitting.seat;
    this.seated.push({ key, actor, sitting });
  }

  async befall({ kind, at }: Happening): Promise<void> {
    const one = this.seated[at % Math.max(1, this.seated.length)];
    if (kind === "join") return this.join();
    if (kind === "hostLoss") return this.#loseHost();
    if (kind === "lock") {
      this.#isLocked = at % 2 === 0;
      return this.ask({ kind: "lock", locked: this.#isLocked });
    }
    if (one === undefined) return;
    if (kind === "kick") return this.#kick(one.actor);
    if (kind === "leave") await goAway(one.sitting);
    else await this.#comeBack(one, kind);
  }

  async journal() {
    const answer = await fetchJournal({ server: server.url, code: this.code, key: this.#hostKey });
    if (answer.kind === "refused") throw new Error(answer.reason);
    return JSON.parse(await answer.told.text());
  }

  async close(): Promise<void> {
    await this.ask({ kind: "closeRoom" });
  }

  async #loseHost(): Promise<void> {
    await this.#host.room.leave();
    this.#host = await sitDown(server.url, this.code, { hostKey: this.#hostKey });
  }

  async #kick(player: string): Promise<void> {
    await this.ask({ kind: "kick", player });
    const at = this.seated.findIndex(({ actor }) => actor === player);
    this.seated.splice(at, 1);
  }

  async #comeBack(one: LiveRoom["seated"][number], kind: Happening["kind"]): Promise<void> {
    if (kind === "reload") await goAway(one.sitting);
    one.sitting = await sitDown(server.url, this.code, { seatKey: one.key });
    expect(one.sitting.seat.actor).toBe(one.actor);
  }
}

/** Whoever has gone already does not go twice. */
const goAway = ({ room, closed }: Sitting) => Promise.race([room.leave(), closed]);

test("whatever happens to sockets and in any order, seats keep their owners, and scores are the fold of the journal", async () => {
  await fc.assert(
    fc.asyncProperty(someHappenings, async (all) => {
      const room = await LiveRoom.open(4);
      const first = placesOf(room.lesson);
      for (const happening of all) {
        await room.befall(happening);
        const places = Object.entries(placesOf(room.lesson));
        const owners = Object.fromEntries(places.map(([player, place]) => [place, player]));
        expect(ownersOf(room.lesson)).toEqual(owners);
        for (const { actor } of room.seated.filter(({ actor }) => first[actor] !== undefined))
          expect(placesOf(room.lesson)[actor]).toBe(first[actor]);
      }
      await room.ask({ kind: "endRound" });
      await vi.waitFor(() => expect(room.lesson.phase).toBe("result"));
      const folded = replay(await room.journal(), missions, room.lesson.now);
      for (const { actor } of room.seated) {
        const viewer = { kind: "player", player: actor } as const;
        const [there, here] = [viewFor(folded, viewer), viewFor(room.lesson, viewer)];
        expect([there.standings, there.mine]).toEqual([here.standings, here.mine]);
      }
      await room.close();
    }),
    { numRuns: 12, endOnFailure: true },
  );
});
