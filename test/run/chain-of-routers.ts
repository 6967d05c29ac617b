import { instant } from "../../shared/lib/instant.ts";
import { bind } from "../../shared/protocol/ports/port-table.ts";
import type { Port } from "../../shared/wire/packet.ts";
import {
  type Addresses,
  buildWorld,
  drawAddresses,
  type Plan,
} from "../../shared/world/topology.ts";
import { advanceWorld, launch, type Watch, type World } from "../../shared/world/world.ts";

/** How many routers stand between the client and the server; each knows the prefix of every district. */
export const routers = 20;

const numbers = Array.from({ length: routers }, (_, index) => index + 1);
const last = routers;

/** A client, a chain of routers with a district each, and a server; nothing is held, so nothing waits. */
const chain: Plan = {
  zones: numbers.map((n) => ({ id: `zone${n}` })),
  boxes: [
    { id: "client", role: "client", zone: "zone1" },
    ...numbers.map((n) => ({ id: `router${n}`, role: "router", zone: `zone${n}` }) as const),
    { id: "server", role: "server", zone: `zone${last}` },
  ],
  links: [
    { id: "link0", a: "client", b: "router1" },
    ...numbers.slice(1).map((n) => ({ id: `link${n - 1}`, a: `router${n - 1}`, b: `router${n}` })),
    { id: `link${last}`, a: `router${last}`, b: "server" },
  ],
  // To the left through the link before, to the right and for one's own district through the link behind, but for
  // the first district, whose computer stands to the left.
  routes: numbers.flatMap((n) =>
    numbers.map((to) => ({
      router: `router${n}`,
      to: `zone${to}`,
      exit: to < n || to === 1 ? `link${n - 1}` : `link${n}`,
    })),
  ),
  held: { client: [], router: [], server: [] },
  hopMs: [600, 900],
  ttl: 64,
  retryMs: 60_000,
  beltSlots: 8,
  mostSends: 3,
  pinSlots: 0,
};

const serverPort = 7_400 as Port;
const clientPort = 50_000 as Port;
/** Few enough that no link ever carries as many as it can. */
const launchEveryMs = 40;

/** Lets a stream of questions and answers cross the chain; the hops they made. */
export function crossChain(seed: number, letters: number): number {
  const addresses = drawAddresses(chain, seed);
  const world = buildWorld(chain, addresses, seed);
  openDoors(world);
  let hops = 0;
  const watch: Watch = {
    ...silent,
    departed() {
      hops += 1;
    },
  };
  for (let letter = 0; letter < letters; letter++) {
    advanceWorld(world, instant(letter * launchEveryMs), watch);
    sendQuestion(world, addresses, watch);
  }
  advanceWorld(world, instant(letters * launchEveryMs + 2 * (routers + 1) * chain.hopMs[1]), watch);
  return hops;
}

const silent: Watch = {
  departed: () => undefined,
  told: () => undefined,
  dropped: () => undefined,
  notice: () => undefined,
  call: () => undefined,
};

/** A program answers at the server; at the client a socket takes what comes. */
function openDoors(world: World): void {
  const { client, server } = world.boxes;
  if (client?.kind !== "host" || server?.kind !== "host") throw new Error("the chain has two ends");
  const program = { service: "time", question: "time? ", answers: ["09:41 "], port: serverPort };
  server.programs["time"] = program;
  bind(server.ports, serverPort, { kind: "service", service: "time" });
  bind(client.ports, clientPort, { kind: "errand", errand: 1 as never });
}

function sendQuestion(world: World, { boxes }: Addresses, watch: Watch): void {
  const { client } = world.boxes;
  const { client: source, server: destination } = boxes;
  if (client?.kind !== "host" || source === undefined || destination === undefined) return;
  const ports = { sourcePort: clientPort, destinationPort: serverPort };
  const body = { protocol: "udp", ...ports, payload: "time? #123" } as const;
  launch(world, client, { ip: { source, destination, ttl: chain.ttl }, body }, watch);
}
