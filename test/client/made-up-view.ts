import type { Role } from "../../shared/contract/mission.ts";
import { emptyView, type View, type ViewRow } from "../../shared/contract/view.ts";

const box = (role: Role, address: string, more: Partial<ViewRow<"boxes">> = {}) => ({
  role,
  x: 0,
  y: 0,
  zone: "class1",
  address,
  hand: "automatic",
  you: false,
  ...more,
});

const link = (a: string, b: string) => ({ a, b, bends: "", up: true, mine: false });

const places: Readonly<Record<Role, string>> = {
  client: "client1",
  router: "router1",
  server: "server",
};

/** A view of somebody at the first box of a role, with the given tables and otherwise nothing on the desk. */
export function madeUpView(role: Role, tables: Partial<View> = {}): View {
  const boxes = {
    client1: box("client", "10.0.1.5"),
    client2: box("client", "10.0.2.5"),
    router1: box("router", "10.0.1.1"),
    router2: box("router", "10.0.3.1"),
    server: box("server", "10.0.3.80"),
  };
  const me = places[role] as keyof typeof boxes;
  return {
    ...emptyView(),
    lesson: {
      now: {
        phase: "play",
        round: 1,
        mission: "address-and-door-1",
        paused: false,
        role,
        moves: 0,
        sight: "open",
      },
    },
    clock: { now: { lesson: 0, play: 0, rate: 10, endsAt: 180_000 } },
    boxes: { ...boxes, [me]: { ...boxes[me], you: true, hand: "person", nickname: "0-0" } },
    links: {
      "client1-router1": link("client1", "router1"),
      "client2-router1": link("client2", "router1"),
      "router1-router2": link("router1", "router2"),
      "router2-server": link("router2", "server"),
    },
    ...tables,
  };
}

/** The same view in another mission. */
export function inMission(mission: string, view: View): View {
  const now = view.lesson["now"];
  if (now === undefined) throw new Error("made-up views stand in a lesson");
  return { ...view, lesson: { now: { ...now, mission } } };
}

/** A letter in a slot of the belt. */
export const letter = (slot: number, more: Partial<ViewRow<"belt">> = {}): ViewRow<"belt"> => ({
  slot,
  kind: "udp",
  link: "client1-router1",
  since: 0,
  source: "10.0.1.5",
  destination: "10.0.3.80",
  ttl: 7,
  protocol: "udp",
  ...more,
});

/** Something that waits. */
export const due = (
  kind: string,
  about: string,
  more: Partial<ViewRow<"dues">> = {},
): ViewRow<"dues"> => ({ kind, about, since: 0, lit: false, ...more });
