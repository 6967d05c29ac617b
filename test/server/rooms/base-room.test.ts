import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Client, defineRoom, defineServer, matchMaker, Room } from "@colyseus/core";
import { StateView, schema, t } from "@colyseus/schema";
import { WebSocketTransport } from "@colyseus/ws-transport";
import { Client as Sdk } from "colyseus.js";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { BaseRoom } from "../../../server/rooms/base-room.ts";
import { JoinRefusal } from "../../../server/rooms/join-refusal.ts";
import { frame, upgrade } from "../../kit/raw-socket.ts";

const Page = schema({ text: t.string() }, "Page");
const Book = schema({ pages: t.map(Page).view() }, "Book");

/** A room in which everything can be made to throw, and whose state can be made long. */
class ClumsyRoom extends BaseRoom<{ state: InstanceType<typeof Book> }> {
  override state = new Book();
  override autoDispose = false;
  stumble = "";
  write = (): string => "";
  readonly parted: string[] = [];
  override messages = {
    fall: (): never => {
      throw new Error("fallen");
    },
    fallLater: (): Promise<never> => Promise.reject(new Error("fallen")),
    stand: (): string => "standing",
  };
  protected override open(): void {}
  protected override enter(client: Client, options: { readonly refused?: boolean }): void {
    if (options.refused === true) throw new JoinRefusal("roomFull");
    if (this.stumble === "enter") throw new Error("fallen");
    const page = new Page({ text: "" });
    this.state.pages.set(client.sessionId, page);
    client.view?.add(page);
  }
  protected override exit(client: Client): void {
    this.parted.push(client.sessionId);
    this.state.pages.delete(client.sessionId);
    if (this.stumble === "exit") throw new Error("fallen");
  }
  protected override step(): void {
    if (this.stumble === "step") throw new Error("fallen");
    for (const page of this.state.pages.values()) page.text = this.write();
  }
}

const http = createServer();
const app = defineServer({
  rooms: { clumsy: defineRoom(ClumsyRoom) },
  transport: new WebSocketTransport({ server: http, maxPayload: 4096 }),
  greet: false,
  gracefullyShutdown: false,
});
let url = "";
let room: ClumsyRoom;
const said = vi.spyOn(console, "error").mockImplementation(() => {});
vi.spyOn(console, "warn").mockImplementation(() => {});

beforeAll(async () => {
  await app.listen(0, "127.0.0.1");
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await app.gracefullyShutdown(false);
});
beforeEach(openRoom);

async function openRoom() {
  const { roomId } = await matchMaker.createRoom("clumsy", {});
  room = matchMaker.getLocalRoomById(roomId) as ClumsyRoom;
  said.mockClear();
}

async function join(options: object = {}) {
  const joined = await new Sdk(url).joinById<any>(room.roomId, options);
  joined.reconnection.enabled = false;
  return joined;
}

/** The socket address of a seat that was reserved and not taken yet. */
async function reserve(): Promise<string> {
  const seat = await matchMaker.joinById(room.roomId, {});
  return `${url}/${seat.processId}/${seat.roomId}?sessionId=${seat.sessionId}`;
}

const saidFallen = () => said.mock.calls.filter((words) => String(words[1]).includes("fallen"));

test("every room class of the server extends the base room, which lets nobody crash or flood it", async () => {
  const modules = import.meta.glob<Record<string, unknown>>("../../../server/rooms/*.ts", {
    eager: true,
  });
  const exported = Object.values(modules).flatMap((module) => Object.values(module));
  const rooms = exported.filter(
    (value) => typeof value === "function" && value.prototype instanceof Room,
  );
  expect(rooms.length).toBeGreaterThan(0);
  for (const each of rooms as (typeof ClumsyRoom)[])
    expect(each === (BaseRoom as never) || each.prototype instanceof BaseRoom).toBe(true);
  expect(room.onUncaughtException).toBeTypeOf("function");
  expect(room.onDrop).toBeUndefined();
  expect(room.seatReservationTimeout).toBe(5);
});

test("a handler that throws, now or later, ends neither the room nor the process", async () => {
  const client = await join();
  client.send("fall");
  client.send("fallLater");
  expect(await client.request("stand")).toBe("standing");
  await vi.waitFor(() => expect(saidFallen()).toHaveLength(2));
});

test("a step, a way in and a way out that throw end neither the room nor the process", async () => {
  const client = await join();
  room.stumble = "step";
  await vi.waitFor(() => expect(saidFallen().length).toBeGreaterThan(2));
  room.stumble = "enter";
  await expect(join()).rejects.toThrow();
  room.stumble = "exit";
  await (await joinStanding()).leave();
  room.stumble = "";
  expect(await client.request("stand")).toBe("standing");
});

async function joinStanding() {
  const stumble = room.stumble;
  room.stumble = "";
  const joined = await join();
  room.stumble = stumble;
  return joined;
}

test("a patch that cannot be encoded ends neither the room nor the process", async () => {
  const client = await join();
  const encoder = vi.spyOn((room as any)._serializer, "applyPatches").mockImplementation(() => {
    throw new Error("fallen");
  });
  await vi.waitFor(() => expect(saidFallen().length).toBeGreaterThan(1));
  encoder.mockRestore();
  room.write = () => "readable again";
  await vi.waitFor(() =>
    expect(client.state.pages.get(client.sessionId)?.text).toBe("readable again"),
  );
});

test("who is refused hears the reason, and nothing is logged", async () => {
  await expect(join({ refused: true })).rejects.toMatchObject({ code: 409, message: "roomFull" });
  expect(said).not.toHaveBeenCalled();
});

test("what one client sees anew sends the others nothing", async () => {
  const [reader, other] = [await join(), await join()];
  room.write = () => "";
  const step = vi.spyOn(room as any, "step");
  const showReader = async (text: string) => {
    const page = room.state.pages.get(reader.sessionId);
    step.mockImplementation(() => Object.assign(page ?? {}, { text }));
    await vi.waitFor(() => expect(reader.state.pages.get(reader.sessionId)?.text).toBe(text));
  };
  await showReader("once both are there");
  const sent = vi.spyOn((room.clients.get(other.sessionId) as any).ref, "send");
  await showReader("news");
  expect(sent).not.toHaveBeenCalled();
});

test("every client has a view of its own, which ends when it leaves", async () => {
  const client = await join();
  const held = room.clients[0] as Client;
  expect(held.view).toBeInstanceOf(StateView);
  const dispose = vi.spyOn(held.view as StateView, "dispose");
  await client.leave();
  await vi.waitFor(() => expect(dispose).toHaveBeenCalledOnce());
});

test("a hundred messages in a second close the line, and only that one", async () => {
  const [flooder, other] = [await join(), await join()];
  const closed = new Promise((resolve) => flooder.onLeave(resolve));
  for (let sent = 0; sent < 150; sent++) flooder.send("stand");
  expect(await closed).toBe(4002);
  expect(await other.request("stand")).toBe("standing");
});

test("a message of more than four kilobytes closes the line, and only that one", async () => {
  const [loud, other] = [await join(), await join()];
  const closed = new Promise((resolve) => loud.onLeave(resolve));
  loud.send("stand", "x".repeat(5000));
  expect(await closed).toBe(1009);
  expect(await other.request("stand")).toBe("standing");
});

test("whatever bytes arrive, the room stands", async () => {
  const other = await join();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ minLength: 1, maxLength: 24 }), { minLength: 1, maxLength: 30 }),
      async (frames) => {
        const { socket } = await upgrade(await reserve());
        // codes 9 to 22 are the protocol's own: anything else is skipped at once
        for (const [at, bytes] of frames.entries())
          socket.write(
            frame(bytes.with(0, at % 2 === 0 ? 9 + ((bytes[0] ?? 0) % 14) : (bytes[0] ?? 0))),
          );
        socket.end();
      },
    ),
    { numRuns: 40 },
  );
  expect(await other.request("stand")).toBe("standing");
});

test("a line that drops before the join was acknowledged is a plain leave", async () => {
  const address = await reserve();
  const { socket, status } = await upgrade(address);
  expect(status).toBe(101);
  await vi.waitFor(() => expect(room.clients).toHaveLength(1));
  socket.destroy();
  await vi.waitFor(() => expect(room.clients).toHaveLength(0));
  expect(room.parted).toEqual([new URL(address).searchParams.get("sessionId")]);
});

test("who stops reading is closed before a megabyte waits; the others go on reading", async () => {
  const other = await join();
  const { socket } = await upgrade(await reserve());
  await vi.waitFor(() => expect(room.clients).toHaveLength(2));
  socket.pause();
  socket.write(frame(Uint8Array.of(10)));
  const noise = randomBytes(150_000).toString("hex");
  let pages = 0;
  room.write = () => `${++pages} ${noise}`;
  await vi.waitFor(() => expect(room.clients).toHaveLength(1), { timeout: 8000 });
  room.write = () => "the end";
  await vi.waitFor(() => expect(other.state.pages.get(other.sessionId)?.text).toBe("the end"));
  socket.destroy();
}, 10_000);

test("a room keeps its listing alive", async () => {
  const update = vi.spyOn(matchMaker.driver, "update");
  const passed = performance.now() + 10_001;
  vi.spyOn(performance, "now").mockReturnValueOnce(passed);
  room.clock.tick();
  await vi.waitFor(() =>
    expect(update).toHaveBeenCalledWith(expect.objectContaining({ roomId: room.roomId }), {
      $set: {},
    }),
  );
});

test("a wall clock that is set back does not stop the room", async () => {
  const wallClock = vi.spyOn(Date, "now");
  await openRoom();
  const client = await join();
  wallClock.mockReturnValue(0);
  room.write = () => "still going";
  await vi.waitFor(() =>
    expect(client.state.pages.get(client.sessionId)?.text).toBe("still going"),
  );
  wallClock.mockRestore();
});
