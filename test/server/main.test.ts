import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { missions } from "../../assets/missions/missions.ts";
import { readJournal } from "../../server/reports/journal-file.ts";
import { replay } from "../../shared/lesson/journal.ts";
import { viewFor } from "../../shared/lesson/view-for.ts";
import { instant } from "../../shared/lib/instant.ts";
import { sitDown } from "../kit/sitting.ts";

let home: string;
const running = new Set<ChildProcess>();

/** A copy of what the server needs, so that its built page can be there or not. */
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "port-of-call-home-"));
  const needed = ["server", "shared", "assets/missions", "assets/text", "package.json"];
  for (const path of needed) cpSync(path, join(home, path), { recursive: true });
  symlinkSync(join(process.cwd(), "node_modules"), join(home, "node_modules"));
});
afterAll(() => {
  for (const child of running) child.kill("SIGKILL");
  rmSync(home, { recursive: true });
});

const buildPage = () => {
  mkdirSync(join(home, "dist", "client"), { recursive: true });
  writeFileSync(join(home, "dist", "client", "index.html"), "<!doctype html>");
};

function start(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ["server/main.ts"], {
    cwd: home,
    env: { PATH: process.env["PATH"], DATA_DIR: join(home, "data"), ...env },
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

/** What it says when it does not start, and how it ends. */
async function failure(env: Readonly<Record<string, string>>) {
  const child = start(env);
  const said = text(child.stderr);
  const [code] = await once(child, "exit");
  return { code, said: await said };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

test("a page that is not built is named, with what to do", async () => {
  const { code, said } = await failure({ PORT: "1" });
  expect(code).toBe(1);
  expect(said).toBe("The page is not built yet. Use: npm start\n");
});

test.each(["abc", "65536"])("PORT=%s is no port", async (port) => {
  const { code, said } = await failure({ PORT: port });
  expect(code).toBe(1);
  expect(said).toBe(`PORT must be a number from 1 to 65535; it is "${port}".\n`);
});

test("a taken port is named, with what to do", async () => {
  buildPage();
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const { code, said } = await failure({ PORT: String(port), HOST: "127.0.0.1" });
  other.close();
  expect(code).toBe(1);
  expect(said).toBe(
    `Port ${port} is taken by another program. Stop it, or choose another: PORT=${port + 1} npm start\n`,
  );
});

test("an address of another machine is named", async () => {
  buildPage();
  const { code, said } = await failure({ PORT: "2567", HOST: "203.0.113.7" });
  expect(code).toBe(1);
  expect(said).toBe('HOST "203.0.113.7" is not an address of this machine.\n');
});

test.each(["SIGTERM", "SIGINT"] as const)(
  "it opens where it says, and %s ends it though a class is inside",
  async (signal) => {
    buildPage();
    const port = await freePort();
    const child = start({ PORT: String(port), HOST: "127.0.0.1" });
    const url = `http://127.0.0.1:${port}`;
    await sentence(child, url);
    const { version } = await (await fetch(`${url}/healthz`)).json();
    const body = JSON.stringify({ version });
    const headers = { "Content-Type": "application/json" };
    const opened = await fetch(`${url}/rooms`, { method: "POST", headers, body });
    const { code } = await opened.json();
    const player = await sitDown(url, code, { version });
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(await player.closed).toBe(4001);
  },
);

test("a lesson outlives a server that was killed: with its people, its scores and its keys", async () => {
  buildPage();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const open = async (left = {}) => {
    const child = start({ PORT: String(port), HOST: "127.0.0.1" });
    await sentence(child, url);
    const { version } = await (await fetch(`${url}/healthz`)).json();
    const body = JSON.stringify({ version, ...left });
    const headers = { "Content-Type": "application/json" };
    const opened = await fetch(`${url}/rooms`, { method: "POST", headers, body });
    return { child, opened: await opened.json(), version };
  };
  const { child, opened, version } = await open();
  const { code, hostKey } = opened;
  const host = await sitDown(url, code, { version, hostKey });
  const player = await sitDown(url, code, { version });
  await host.move(1, { kind: "startRound" });
  await player.move(1, { kind: "ready" });
  const act = { kind: "raiseFlag", flag: "wait" };
  for (const n of [2, 3, 4]) await player.move(n, { kind: "act", act });
  child.kill("SIGKILL");
  await once(child, "exit");
  const again = await open({ code, hostKey });
  expect(again.opened).toEqual(opened);
  const back = await sitDown(url, code, { version, hostKey });
  const name = readdirSync(join(home, "data", "journals")).find((one) => one.startsWith(code));
  const journal = readJournal(join(home, "data", "journals", name ?? ""));
  const folded = replay(journal, missions, journal.moves.at(-1)?.at ?? instant(0));
  const { results, standings, players } = viewFor(folded, { kind: "host" });
  expect(back.view()).toMatchObject({ results, standings, players });
  expect(back.view().lesson["now"]?.phase).toBe("result");
  const { seat } = await sitDown(url, code, { version, seatKey: player.seat.key ?? "" });
  expect(seat.actor).toBe("p1");
  again.child.kill("SIGTERM");
  await once(again.child, "exit");
});

test("without HOST it opens on every address, and names them", async () => {
  buildPage();
  const port = await freePort();
  const child = start({ PORT: String(port) });
  await sentence(child, `http://localhost:${port}`);
  expect((await fetch(`http://localhost:${port}/`)).status).toBe(200);
  child.kill("SIGTERM");
  await once(child, "exit");
});

async function sentence(child: ChildProcess, words: string): Promise<void> {
  let said = "";
  for await (const part of child.stdout ?? []) {
    said += part;
    if (said.includes(words)) return;
  }
  throw new Error(`it never said ${words}, but: ${said}`);
}
