import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import type { JoinRefusalReason } from "../shared/contract/room-door.ts";
import { Allowance } from "./allowance.ts";
import type { OwnOrigin } from "./own-origin.ts";
import { JoinRefusal } from "./rooms/join-refusal.ts";
import { lookUpRoomCode } from "./rooms/room-code.ts";

type Tries = {
  readonly visits: Allowance;
  readonly wrongCodes: Allowance;
  readonly warnings: Allowance;
  slowed: number;
};
type Refused = { readonly status: number; readonly error: string };

const mostBodyBytes = 4096;
/** So many pupils of a school may mistype in a minute before each further wrong code is answered late. */
const wrongCodesPerMinute = 20;
const slowMs = 3000;
/** A school behind one address joins at once, and comes back at once when the network was gone. */
const visitsPerMinute = 1200;
/** Everything that names a room by its code. */
const codePath = /^\/(?:matchmake\/joinById|rooms)\/([^/?]*)/;

const headers = {
  "Content-Security-Policy": [
    "default-src 'self'",
    // not every browser counts a socket of the same host as 'self'
    "connect-src 'self' ws: wss:",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "style-src 'self' 'unsafe-inline'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join("; "),
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/**
 * Stands before everything the HTTP server does: what it refuses, neither Colyseus nor Express ever sees.
 * Colyseus reads bodies of any length, and answers a join before any middleware could look at it.
 */
export function placeGate(server: Server, isOwn: OwnOrigin): void {
  const behind = server.listeners("request") as RequestListener[];
  const tries = {
    visits: new Allowance(visitsPerMinute, 60_000),
    wrongCodes: new Allowance(wrongCodesPerMinute, 60_000),
    warnings: new Allowance(1, 60_000),
    slowed: 0,
  };
  server.removeAllListeners("request");
  server.on("request", async (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    try {
      const refused = refuseForm(request, isOwn) ?? (await refuseCode(request, tries));
      if (refused !== undefined) refuse(response, refused);
      else for (const listener of behind) listener.call(server, request, response);
    } catch (error) {
      console.error("request", error);
      refuse(response, { status: 500, error: "internal" });
    }
  });
}

/** What can be told from the head of a request. */
function refuseForm(request: IncomingMessage, isOwn: OwnOrigin): Refused | undefined {
  if (!isOwn(request.headers.origin, request.headers.host))
    return { status: 403, error: "foreignOrigin" };
  if (request.method === "GET" || request.method === "HEAD") return undefined;
  if (request.method !== "POST") return { status: 405, error: "method" };
  const length = request.headers["content-length"];
  if (length === undefined) return { status: 411, error: "lengthRequired" };
  return Number(length) > mostBodyBytes ? { status: 413, error: "tooLong" } : undefined;
}

/**
 * Whether a request names a room. A school is one address: wrong codes make further wrong ones slow, never a right one.
 * What bounds guessing is how often an address may ask at all.
 */
async function refuseCode(request: IncomingMessage, tries: Tries): Promise<Refused | undefined> {
  const code = codePath.exec(request.url ?? "")?.[1];
  if (code === undefined) return undefined;
  // a forwarded address is whatever the sender wrote: only the socket's own counts
  const address = request.socket.remoteAddress ?? "";
  if (!tries.visits.take(address)) return refusal("tooMany");
  const found = await lookUpRoomCode(code);
  if (found === "open") return undefined;
  if (!tries.wrongCodes.take(address)) await slowDown(address, tries);
  return refusal(found);
}

function slowDown(address: string, tries: Tries): Promise<void> {
  tries.slowed += 1;
  if (tries.warnings.take(address))
    console.warn(`door: many wrong codes from ${address}; ${tries.slowed} answered late so far`);
  return new Promise((resolve) => setTimeout(resolve, slowMs));
}

function refusal(reason: JoinRefusalReason): Refused {
  const { code, message } = new JoinRefusal(reason);
  return { status: code, error: message };
}

function refuse(response: ServerResponse, { status, error }: Refused): void {
  if (response.headersSent) return void response.destroy();
  // the rest of a refused body is not waited for
  response.writeHead(status, { "Content-Type": "application/json", Connection: "close" });
  response.end(JSON.stringify({ error }));
}
