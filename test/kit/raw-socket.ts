import { connect, type Socket } from "node:net";

/** The bytes of one WebSocket frame as a client sends it: masked, here with zeros. */
export function frame(payload: Uint8Array): Buffer {
  const long = payload.length > 125;
  const head = Buffer.alloc(long ? 8 : 6);
  head[0] = 0x82;
  head[1] = 0x80 | (long ? 126 : payload.length);
  if (long) head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}

/** What a client says first. */
export function upgradeRequest(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): string {
  const { host, pathname, search } = new URL(url);
  const asked = {
    Host: host,
    Upgrade: "websocket",
    Connection: "Upgrade",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version": "13",
    ...headers,
  };
  const lines = Object.entries(asked).map(([name, value]) => `${name}: ${value}`);
  return [`GET ${pathname}${search} HTTP/1.1`, ...lines, "", ""].join("\r\n");
}

/** A TCP connection that asked for a WebSocket and stands where the answer begins: nothing is read by itself. */
export async function upgrade(url: string, headers: Readonly<Record<string, string>> = {}) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => {});
  socket.write(upgradeRequest(url, headers));
  return { socket, status: await readStatus(socket) };
}

const readStatus = (socket: Socket): Promise<number> =>
  new Promise((resolve, reject) => {
    socket.once("close", () => reject(new Error("closed without an answer")));
    socket.once("readable", () => {
      const head = String(socket.read() ?? "");
      resolve(Number(head.split(" ")[1]));
    });
  });
