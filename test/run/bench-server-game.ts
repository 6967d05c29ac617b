import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { matchMaker } from "@colyseus/core";
import { pageVersion } from "../../client/net/page-version.ts";
import { createApp } from "../../server/app.ts";
import { drawKey, keyHashesOf } from "../../server/rooms/key.ts";
import { BenchRoom } from "./bench-server-room.ts";
import { answerBench } from "./bench-server-talk.ts";

/** The server of the game as a process of its own: it opens rooms and reserves seats when it is told to. */

const dataDir = mkdtempSync(join(tmpdir(), "port-of-call-bench-"));
process.on("exit", () => rmSync(dataDir, { recursive: true, force: true }));

const version = pageVersion;
const app = createApp({ dataDir, version });
matchMaker.defineRoomType("lesson", BenchRoom as never, { version } as never);
const port = await app.listen(0, "127.0.0.1");
let rooms = 0;

answerBench({
  port,
  openDoor: async () => (await openRoom()).code,
  async openRoom(players) {
    const { code, hostKey } = await openRoom();
    const wishes = [{ version, hostKey }, ...Array.from({ length: players }, () => ({ version }))];
    const seats = await Promise.all(wishes.map((wish) => matchMaker.joinById(code, wish)));
    return seats.map(
      ({ processId, sessionId }) =>
        `ws://127.0.0.1:${port}/${processId}/${code}?sessionId=${sessionId}`,
    );
  },
});

async function openRoom() {
  rooms += 1;
  const [code, hostKey] = [String(100_000 + rooms), drawKey()];
  const journal = join(dataDir, `${code}.ndjson`);
  await matchMaker.createRoom("lesson", { code, version, keys: keyHashesOf(hostKey), journal });
  return { code, hostKey };
}
