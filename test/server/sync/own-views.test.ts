import { type Client, ClientState } from "@colyseus/core";
import { type Decoder, Reflection } from "@colyseus/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { missions } from "../../../assets/missions/missions.ts";
import { type ArrivedView, readView } from "../../../client/net/read-view.ts";
import { OwnViews } from "../../../server/sync/own-views.ts";
import type { Intent } from "../../../shared/contract/intent.ts";
import { emptyView, type View } from "../../../shared/contract/view.ts";
import { advance } from "../../../shared/lesson/advance.ts";
import { createLesson } from "../../../shared/lesson/lesson.ts";
import { receive } from "../../../shared/lesson/receive.ts";
import { type Viewer, viewFor } from "../../../shared/lesson/view-for.ts";
import { instant } from "../../../shared/lib/instant.ts";
import { arbitraryView } from "../../kit/arbitrary-view.ts";

/** A room with real encoding, and one decoder for each session that is in it. */
function wiredRoom(...sessions: readonly string[]) {
  const views = new OwnViews();
  const ends = sessions.map((session) => wiredEnd(session, views));
  const patch = () => views.applyPatches();
  return { ends, patch };
}

function wiredEnd(sessionId: string, views: OwnViews) {
  const decoder: Decoder<any> = Reflection.decode(Uint8Array.from(views.handshake()));
  const bytes: Uint8Array[] = [];
  const raw = (frame: Uint8Array) => {
    bytes.push(frame);
    decoder.decode(frame, { offset: 1 });
  };
  const read = () => readView(decoder.state.views.get(sessionId) as ArrivedView);
  const client = { sessionId, state: ClientState.JOINED as number, raw };
  const own = views.open(client as unknown as Client);
  raw(views.getFullState(client as unknown as Client));
  return { sessionId, client, own, read, decoder, bytes, shown: emptyView() };
}

test("whatever views follow each other, the far side reads the last one", () => {
  fc.assert(
    fc.property(fc.array(arbitraryView, { minLength: 1, maxLength: 5 }), (views) => {
      const room = wiredRoom("a");
      for (const view of views) {
        room.ends[0]?.own.show(view);
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
        end.sessionId === "host" ? { kind: "host" } : { kind: "player", player: end.sessionId };
      end.shown = viewFor(lesson, viewer);
      end.own.show(end.shown);
    }
    room.patch();
    for (const end of room.ends) expect(end.read()).toEqual(end.shown);
  }
});

test("a view that has not changed costs no patch", () => {
  fc.assert(
    fc.property(arbitraryView, (view) => {
      const own = new OwnViews().open({ sessionId: "a" } as Client);
      own.show(view);
      own.whole();
      own.show(structuredClone(view));
      expect(own.patch()).toBeUndefined();
    }),
    { numRuns: 20 },
  );
});

test("a page forgets rows that are gone, however many came and went", () => {
  const room = wiredRoom("a");
  const [end] = room.ends as [(typeof room.ends)[0]];
  const known = () => (end.decoder.root as any).refs.size;
  const before = known();
  for (let n = 0; n < 300; n++) {
    end.own.show({ ...emptyView(), standings: { [`n${n}`]: standing } });
    room.patch();
  }
  expect(known()).toBe(before + 1);
  expect(end.read().standings).toEqual({ n299: standing });
});

test("ids that every object knows are rows like any other", () => {
  const room = wiredRoom("a");
  const [end] = room.ends as [(typeof room.ends)[0]];
  for (const standings of [{ constructor: standing }, {}, { toString: standing }]) {
    const view = { ...emptyView(), standings } as View;
    end.own.show(view);
    room.patch();
    expect(end.read()).toEqual(view);
  }
});

test("what has come with the whole state is not sent once more", () => {
  const own = new OwnViews().open({ sessionId: "a" } as Client);
  own.show({ ...emptyView(), standings: { n1: { ...standing, score: 1 } } });
  own.whole();
  expect(own.patch()).toBeUndefined();
});

test("who is still on the way in is sent what they have missed once they are there", () => {
  const room = wiredRoom("a");
  const [end] = room.ends as [(typeof room.ends)[0]];
  end.client.state = ClientState.JOINING;
  end.own.show({ ...emptyView(), standings: { n1: standing } });
  room.patch();
  expect(end.read()).toEqual(emptyView());
  end.client.state = ClientState.JOINED;
  room.patch();
  expect(end.read().standings).toEqual({ n1: standing });
});

const standing = { score: 0, answered: 0, failed: 0, stars: 0, you: false };

test("each session receives its own view and no byte of another's", () => {
  const room = wiredRoom("session-a", "session-b");
  const [a, b] = room.ends as [(typeof room.ends)[0], (typeof room.ends)[0]];
  const knowing = (secret: string) => ({
    ...emptyView(),
    routes: { [`${secret}-row`]: { prefix: secret, exit: "x", order: 1, metric: 1 } },
  });
  for (const round of ["1", "2", "3"]) {
    a.own.show(knowing(`alpha${round}`));
    b.own.show(knowing(`bravo${round}`));
    room.patch();
  }
  expect(a.read()).toEqual(knowing("alpha3"));
  expect(b.read()).toEqual(knowing("bravo3"));
  const text = (bytes: readonly Uint8Array[]) => Buffer.concat(bytes).toString("latin1");
  expect(text(a.bytes)).not.toMatch(/bravo|session-b/);
  expect(text(b.bytes)).not.toMatch(/alpha|session-a/);
});
