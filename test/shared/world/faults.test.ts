import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressAndDoor1 } from "../../../assets/missions/address-and-door-1.ts";
import type { Mission } from "../../../shared/contract/mission.ts";
import type { ErrandId } from "../../../shared/device/act.ts";
import type { Host } from "../../../shared/device/host.ts";
import { instant } from "../../../shared/lib/instant.ts";
import { buildWorld, drawAddresses, planFor } from "../../../shared/world/topology.ts";
import {
  advanceWorld,
  type Flight,
  launch,
  setAlive,
  setLine,
  tellBox,
  type Watch,
  type World,
} from "../../../shared/world/world.ts";
import { port } from "../../kit/one-box.ts";

const backbone = "router1-router3";

/** What a line may be besides fast and faithful. */
type Line = Partial<Pick<Mission["links"][number], "lossPercent" | "jitterMs" | "capacity">>;

/** A network that runs by itself; client1 writes to the server over a backbone like this. */
class Network {
  readonly world: World;
  readonly flights: Flight[] = [];
  readonly told: string[] = [];
  readonly dropped: string[] = [];

  constructor(line: Line = {}, seed = 1) {
    const links = addressAndDoor1.links.map((link) =>
      link.id === backbone ? { ...link, ...line } : link,
    );
    const held = { client: [], router: [], server: [] };
    const plan = planFor({ ...addressAndDoor1, links, held } as Mission, 2);
    this.world = buildWorld(plan, drawAddresses(plan, seed), seed);
  }

  /** Sends so many letters, one every so often, and waits until all have arrived or are lost. */
  send(letters: number, everyMs = 0): void {
    for (let n = 0; n < letters; n++) {
      this.write(`time? #${100 + n}`);
      this.wait(everyMs);
    }
    this.wait(20_000);
  }

  write(payload: string): void {
    const [client, server] = [this.host("client1"), this.host("server")];
    const ip = { source: client.address, destination: server.address, ttl: 7 };
    const ports = { sourcePort: port(50_000), destinationPort: port(7_311) };
    launch(this.world, client, { ip, body: { protocol: "udp", ...ports, payload } }, this.watch);
  }

  wait(ms: number): void {
    advanceWorld(this.world, instant(this.world.now + ms), this.watch);
  }

  host(id: string): Host {
    const box = this.world.boxes[id];
    if (box?.kind !== "host") throw new Error(`${id} is no host`);
    return box;
  }

  /** The questions that went over the backbone. */
  get crossings(): readonly Flight[] {
    return this.flights.filter(({ link, from }) => link === backbone && from === "router1");
  }

  get arrived(): readonly Flight[] {
    return this.crossings.filter(({ lostAt }) => lostAt === undefined);
  }

  readonly watch: Watch = {
    departed: (flight) => void this.flights.push(flight),
    told: (box, input) => {
      if (input.kind === "lineChanged") this.told.push(`${box}: ${input.link} ${input.isUp}`);
    },
    dropped: (box, _, reason) => void this.dropped.push(`${box}: ${reason}`),
    notice: () => undefined,
    call: () => undefined,
  };
}

const isInOrder = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => number > (numbers[index - 1] ?? Number.NEGATIVE_INFINITY));

const inOrderOfArrival = (flights: readonly Flight[]): readonly number[] =>
  flights.toSorted((a, b) => a.arriveAt - b.arriveAt).map(({ packet }) => packet.id);

describe("loss", () => {
  test("takes about as many letters of a hundred as it says, whatever the seed", () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(5, 10, 20, 50), (seed, lossPercent) => {
        const network = new Network({ lossPercent }, seed);
        network.send(400, 500);
        const lost = network.crossings.length - network.arrived.length;
        const expected = 4 * lossPercent;
        // five standard deviations: one seed in a million may be further off
        const most = 5 * Math.sqrt((400 * lossPercent * (100 - lossPercent)) / 10_000);
        expect(Math.abs(lost - expected)).toBeLessThanOrEqual(most);
      }),
      { numRuns: 25 },
    );
  });

  test("of nothing loses nothing", () => {
    const network = new Network();
    network.send(100, 100);
    expect(network.arrived).toHaveLength(100);
  });

  test("is the same for the same seed, and another for another", () => {
    const lossesOf = (seed: number): readonly boolean[] => {
      const network = new Network({ lossPercent: 30 }, seed);
      network.send(60, 500);
      return network.crossings.map(({ lostAt }) => lostAt !== undefined);
    };
    expect(lossesOf(7)).toEqual(lossesOf(7));
    expect(lossesOf(8)).not.toEqual(lossesOf(7));
  });
});

describe("jitter", () => {
  test("lets later letters overtake earlier ones, and loses none", () => {
    const network = new Network({ jitterMs: 3_000 });
    network.send(40, 500);
    expect(network.arrived).toHaveLength(40);
    expect(isInOrder(network.crossings.map(({ packet }) => packet.id))).toBe(true);
    expect(isInOrder(inOrderOfArrival(network.crossings))).toBe(false);
  });

  test("is at most what the line says, and adds to its time", () => {
    const network = new Network({ jitterMs: 3_000 });
    network.send(200, 500);
    const { delayMs = 0 } = network.world.links[backbone] ?? {};
    const late = network.crossings.map(({ departAt, arriveAt }) => arriveAt - departAt - delayMs);
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...late)).toBeLessThanOrEqual(3_000);
    expect(Math.max(...late) - Math.min(...late)).toBeGreaterThan(2_500);
  });

  test("a line without it keeps its letters in order", () => {
    const network = new Network();
    network.send(40, 500);
    expect(isInOrder(inOrderOfArrival(network.crossings))).toBe(true);
  });
});

describe("a line with room for four letters", () => {
  test("loses the fifth that is on it at once", () => {
    const network = new Network({ capacity: 4 });
    network.send(6);
    const isLost = network.crossings.map(({ lostAt }) => lostAt !== undefined);
    expect(isLost).toEqual([false, false, false, false, true, true]);
  });

  test("loses none that come one after the other", () => {
    const network = new Network({ capacity: 4 });
    network.send(20, 1_000);
    expect(network.arrived).toHaveLength(20);
  });

  test("has room again as soon as one has arrived", () => {
    const network = new Network({ capacity: 4 });
    for (let n = 0; n < 4; n++) network.write(`time? #10${n}`);
    network.wait(10_000);
    network.write("time? #200");
    network.wait(10_000);
    expect(network.arrived).toHaveLength(5);
    expect(network.world.links[backbone]?.inFlight).toBe(0);
  });
});

describe("a cut line", () => {
  const own = "client1-router1";
  /** What became of the letters that left the client. */
  const isLost = ({ flights }: Network): readonly boolean[] =>
    flights.filter(({ from }) => from === "client1").map(({ lostAt }) => lostAt !== undefined);

  test("loses everything that is sent on it, and nothing that was on it already", () => {
    const network = new Network();
    network.write("time? #100");
    network.wait(100);
    setLine(network.world, own, false, network.watch);
    network.send(3);
    expect(isLost(network)).toEqual([false, true, true, true]);
  });

  test("carries letters again once it is mended", () => {
    const network = new Network();
    setLine(network.world, own, false, network.watch);
    network.send(1);
    setLine(network.world, own, true, network.watch);
    network.send(1);
    expect(isLost(network)).toEqual([true, false]);
  });

  test("is not used by a router that sees its lamp: without a detour the letter goes back", () => {
    const network = new Network();
    setLine(network.world, backbone, false, network.watch);
    network.send(1);
    expect(network.crossings).toEqual([]);
    expect(network.dropped).toEqual(["router1: noRoute", "client1: consumed"]);
  });

  test("is noticed by the boxes at its two ends alone, each time it is cut or mended", () => {
    const network = new Network();
    setLine(network.world, backbone, false, network.watch);
    setLine(network.world, backbone, true, network.watch);
    expect(network.told).toEqual([
      "router1: router1-router3 false",
      "router3: router1-router3 false",
      "router1: router1-router3 true",
      "router3: router1-router3 true",
    ]);
  });

  test("that does not exist cannot be cut", () => {
    const network = new Network();
    setLine(network.world, "router9-router1", false, network.watch);
    expect(network.told).toEqual([]);
  });
});

describe("a dead box", () => {
  const withDead = (box: string): Network => {
    const network = new Network();
    setAlive(network.world, box, false);
    return network;
  };

  test("answers nothing, and nobody is told: the letter ends there in silence", () => {
    const network = withDead("server");
    network.send(1);
    expect(network.dropped).toEqual(["server: dead"]);
    expect(network.flights.filter(({ from }) => from === "server")).toEqual([]);
    expect(network.flights.filter(({ to }) => to === "client1")).toEqual([]);
  });

  test("passes nothing on", () => {
    const network = withDead("router3");
    network.send(1);
    expect(network.dropped).toEqual(["router3: dead"]);
  });

  test("sends nothing of its own, whatever it is told", () => {
    const network = withDead("client1");
    const book = network.host("client1").book;
    book["time"] = { address: network.host("server").address, port: port(7_311), asked: false };
    const id = 1 as ErrandId;
    const errand = { id, service: "time", question: "time? #1", patienceUntil: instant(200_000) };
    tellBox(network.world, "client1", { kind: "errandOpened", errand }, network.watch);
    network.wait(150_000);
    expect(network.flights).toEqual([]);
  });

  test("hears and speaks again once it is revived", () => {
    const network = withDead("server");
    network.send(1);
    setAlive(network.world, "server", true);
    network.send(1);
    expect(network.flights.some(({ from }) => from === "server")).toBe(true);
  });

  test("that dies twice is dead once", () => {
    const network = withDead("server");
    setAlive(network.world, "server", false);
    expect(network.world.dead).toEqual(["server"]);
    setAlive(network.world, "server", true);
    expect(network.world.dead).toEqual([]);
  });
});
