import { type Decoder, Encoder, Reflection, StateView } from "@colyseus/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { missions } from "../../../assets/missions/missions.ts";
import { type ArrivedView, readView } from "../../../client/net/read-view.ts";
import { mirrorView, RoomState, ViewState } from "../../../server/sync/view-state.ts";
import type { Intent } from "../../../shared/contract/intent.ts";
import { emptyView } from "../../../shared/contract/view.ts";
import { advance } from "../../../shared/lesson/advance.ts";
import { createLesson } from "../../../shared/lesson/lesson.ts";
import { receive } from "../../../shared/lesson/receive.ts";
import { type Viewer, viewFor } from "../../../shared/lesson/view-for.ts";
import { instant } from "../../../shared/lib/instant.ts";
import { arbitraryView } from "../../kit/arbitrary-view.ts";

/** A room with real encoding, and one decoder for each session that is in it. */
function wiredRoom(...sessions: readonly string[]) {
  const state = new RoomState();
  const encoder = new Encoder(state);
  const ends = sessions.map((session) => {
    const view = new StateView();
    const own = new ViewState();
    state.views.set(session, own);
    view.add(own);
    const decoder = Reflection.decode(Reflection.encode(encoder)) as Decoder<any>;
    const read = () => readView(decoder.state.views.get(session) as ArrivedView);
    return { session, own, view, decoder, read, bytes: [] as Uint8Array[], shown: emptyView() };
  });
  const joined = encoder.encodeAll({ offset: 0 });
  for (const end of ends) {
    const shared = joined.length;
    deliver(end, encoder.encodeAllView(end.view, shared, { offset: shared }));
    end.view.changes.clear();
  }
  encoder.discardChanges();
  const patch = () => {
    const it = { offset: 0 };
    encoder.encode(it);
    const shared = it.offset;
    for (const end of ends) deliver(end, encoder.encodeView(end.view, shared, it));
    encoder.discardChanges();
  };
  return { ends, patch };
}

function deliver(end: { decoder: Decoder; bytes: Uint8Array[] }, sent: Uint8Array): void {
  const copy = Uint8Array.from(sent);
  end.bytes.push(copy);
  end.decoder.decode(copy);
}

test("whatever views follow each other, the far side reads the last one", () => {
  fc.assert(
    fc.property(fc.array(arbitraryView, { minLength: 1, maxLength: 5 }), (views) => {
      const room = wiredRoom("a");
      for (const view of views) {
        mirrorView(view, room.ends[0]?.own as ViewState);
        room.patch();
        expect(room.ends[0]?.read()).toEqual(view);
      }
    }),
    { numRuns: 150 },
  );
});

test("in a lesson that runs, every viewer reads what the lesson shows them", () => {
  const lesson = createLesson(
    { mode: "room", mission: "address-and-door-1", seed: 11, assistance: "standard" },
    missions,
  );
  const move = (by: string, n: number, intent: Intent) =>
    receive(lesson, { at: lesson.now, by, n, intent });
  const players = ["p1", "p2", "p3"];
  for (const [at, player] of players.entries())
    move("shell", at + 1, { kind: "join", player, keyHash: "" });
  const room = wiredRoom("host", ...players);
  move("host", 1, { kind: "startRound" });
  for (let ms = 0; ms < 240_000; ms += 700) {
    advance(lesson, instant(ms));
    for (const end of room.ends) {
      const viewer: Viewer =
        end.session === "host" ? { kind: "host" } : { kind: "player", player: end.session };
      end.shown = viewFor(lesson, viewer);
      mirrorView(end.shown, end.own);
    }
    room.patch();
    for (const end of room.ends) expect(end.read()).toEqual(end.shown);
  }
});

test("a view that has not changed costs no patch", () => {
  fc.assert(
    fc.property(arbitraryView, (view) => {
      const state = new ViewState();
      const encoder = new Encoder(state);
      mirrorView(view, state);
      encoder.encode({ offset: 0 });
      encoder.discardChanges();
      mirrorView(structuredClone(view), state);
      expect(encoder.hasChanges).toBe(false);
    }),
    { numRuns: 20 },
  );
});

test("each session receives its own view and no byte of another's", () => {
  const room = wiredRoom("session-a", "session-b");
  const [a, b] = room.ends as [(typeof room.ends)[0], (typeof room.ends)[0]];
  const knowing = (secret: string) => ({
    ...emptyView(),
    routes: { [`${secret}-row`]: { prefix: secret, exit: "x", order: 1, metric: 1 } },
  });
  for (const round of ["1", "2", "3"]) {
    mirrorView(knowing(`alpha${round}`), a.own);
    mirrorView(knowing(`bravo${round}`), b.own);
    room.patch();
  }
  expect(a.read()).toEqual(knowing("alpha3"));
  expect(b.read()).toEqual(knowing("bravo3"));
  const text = (bytes: readonly Uint8Array[]) => Buffer.concat(bytes).toString("latin1");
  expect(text(a.bytes)).not.toMatch(/bravo|session-b/);
  expect(text(b.bytes)).not.toMatch(/alpha|session-a/);
});
