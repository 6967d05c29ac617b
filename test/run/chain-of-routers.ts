import type { Mission } from "../../shared/contract/mission.ts";

/** How long a chain is, and how many cards of text may be under way along it. */
export type ChainSize = { readonly nodes: number; readonly cardsUnderWay: number };

/** As many cards as an answer can have before its sender has no room for it. */
const cardsInPage = 6_500;

/** A client, a chain of routers, and a server: each in a district of its own, whose prefix every router knows. */
export function chainOf({ nodes, cardsUnderWay }: ChainSize): Mission {
  const places = Array.from({ length: nodes }, (_, place) => place);
  const boxAt = (place: number): string => nameAt(place, nodes);
  const lines = places.slice(1);
  return {
    ...rules,
    zones: places.map((place) => ({ id: zoneAt(place), ...corner, ...square, tint: "sand" })),
    boxes: places.map((place) => ({
      ...{ id: boxAt(place), zone: zoneAt(place), ...corner },
      role: roleAt(place, nodes),
    })),
    links: lines.map((to) => {
      return { id: lineTo(to), a: boxAt(to - 1), b: boxAt(to), bends: [], capacity: 100_000 };
    }),
    routes: places.slice(1, -1).flatMap((at) =>
      places.map((to) => ({
        ...{ router: boxAt(at), to: zoneAt(to) },
        exit: lineTo(to < at ? at : at + 1),
      })),
    ),
    seats: places.map(boxAt),
    tcp: {
      ...{ halfOpenSlots: 4, recycles: false, trays: 4, goBackN: false },
      window: 10 * cardsUnderWay,
    },
  };
}

const zoneAt = (place: number): string => `zone${place}`;
const lineTo = (place: number): string => `line${place}`;
const roleAt = (place: number, nodes: number): "client" | "router" | "server" =>
  place === 0 ? "client" : place === nodes - 1 ? "server" : "router";

function nameAt(place: number, nodes: number): string {
  const role = roleAt(place, nodes);
  return role === "router" ? `router${place}` : role;
}

const corner = { x: 0, y: 0 };
const square = { width: 1, height: 1 };

/** The client opens its connections by hand, so that every letter descends from a judged act; the rest runs by itself. */
const rules = {
  id: "chain",
  chapter: 4,
  kind: "mechanism",
  roundMs: 1_000_000_000,
  sight: "neighbours",
  held: { client: ["handshake"], router: [], server: [] },
  services: [
    {
      ...{ id: "page", box: "server", question: "page? ", listening: true },
      answers: [`${"0123456789".repeat(cardsInPage - 1)}end.. `],
    },
  ],
  events: [],
  seeds: [],
  hopMs: [600, 900],
  ttl: 255,
  openErrands: [1, 1],
  errandPauseMs: 1,
  patienceMs: 1_000_000_000,
  retryMs: 10_000_000,
  beltSlots: 8,
  mostSends: 4,
  pinSlots: 0,
  stars: [1, 2, 3],
} as const satisfies Partial<Mission>;
