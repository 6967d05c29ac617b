import { expect, test } from "vitest";
import { addressAndDoor1 } from "../../../assets/missions/address-and-door-1.ts";
import { missions } from "../../../assets/missions/missions.ts";
import { threeHandshakes2 } from "../../../assets/missions/three-handshakes-2.ts";
import { missionFault } from "../../../shared/contract/check-mission.ts";

test.each(Object.entries(missions))("%s is sound and listed under its own id", (id, mission) => {
  expect(missionFault(mission)).toBeUndefined();
  expect(mission.id).toBe(id);
});

/** The sound mission, as JSON that anything can be done to. */
type Draft = ReturnType<typeof draft>;
const draft = () => JSON.parse(JSON.stringify(addressAndDoor1));

test.each<readonly [path: string, problem: string | RegExp, spoil: (mission: Draft) => unknown]>([
  ["roundMs", "is missing", (mission) => delete mission.roundMs],
  ["roundms", "is no known field", (mission) => (mission.roundms = 5)],
  ["id", /^is not a name/, (mission) => (mission.id = "1 2")],
  ["chapter", "is not 1 to 15", (mission) => (mission.chapter = 16)],
  ["beltSlots", "is no whole number", (mission) => (mission.beltSlots = 7.5)],
  ["sight", "is not one of open, neighbours", (mission) => (mission.sight = "all")],
  ["held", "is no object", (mission) => (mission.held = null)],
  ["held.router[0]", /^is not one of address/, (mission) => (mission.held.router = ["route"])],
  ["held.client[1]", "stands there twice", (mission) => (mission.held.client[1] = "address")],
  ["zones", "has fewer than 1", (mission) => (mission.zones = [])],
  ["zones[0].tint", /^is not one of sand/, (mission) => (mission.zones[0].tint = "red")],
  ["boxes", "is no list", (mission) => (mission.boxes = {})],
  ["boxes[0].x", "is not 0 to 720", (mission) => (mission.boxes[0].x = 721)],
  ["boxes[0].zone", "names no zone", (mission) => (mission.boxes[0].zone = "attic")],
  ["boxes[1].id", "stands there twice", (mission) => (mission.boxes[1].id = "client1")],
  ["boxes[0].id", "is not its role and a number", (mission) => (mission.boxes[0].id = "anna")],
  ["boxes[0].x", "is not 0 to 1440", (mission) => (mission.boxes[0].x = 1_441)],
  ["zones[0]", "lies beyond the sheet", (mission) => (mission.zones[0].width = 720)],
  ["backbone.gateway", "names no router", (mission) => (mission.backbone.gateway = "client1")],
  ["boxes[0]", "has no link", (mission) => mission.links.shift()],
  [
    "boxes[7]",
    "is no router and has several links",
    (mission) => mission.links.push({ id: "extra", a: "server", b: "router1", bends: [] }),
  ],
  ["boxes[0]", "is missing in seats", (mission) => mission.seats.splice(1, 1)],
  ["links[0].b", "names no box", (mission) => (mission.links[0].b = "router9")],
  [
    "links[0].bends",
    "make a line that is not at 45° or 90°",
    (mission) => mission.links[0].bends.pop(),
  ],
  ["links[0].bends[0]", "has not 2 items", (mission) => mission.links[0].bends[0].pop()],
  ["links[4]", "leads back to its own box", (mission) => (mission.links[4].b = "router1")],
  ["routes[18]", "stands there twice", (mission) => mission.routes.push(mission.routes[0])],
  ["routes[0].router", "names no router", (mission) => (mission.routes[0].router = "client1")],
  ["routes[0].to", "names no zone", (mission) => (mission.routes[0].to = "class9")],
  [
    "routes[0].exit",
    "names no link of the router",
    (mission) => (mission.routes[0].exit = "router3-server"),
  ],
  ["routes", "leave router2 without a row for library", (mission) => mission.routes.splice(9, 1)],
  [
    "services[1].question",
    /^is not 6 ASCII characters/,
    (mission) => (mission.services[1].question = "점수 물어봐"),
  ],
  [
    "services[1].answers[0]",
    /^is not 6 ASCII characters/,
    (mission) => (mission.services[1].answers[0] = "saved"),
  ],
  [
    "services[1].box",
    "names no box that runs programs",
    (mission) => (mission.services[1].box = "router1"),
  ],
  [
    "services[1].listening",
    "is not true or false",
    (mission) => (mission.services[1].listening = 1),
  ],
  ["kind", /^is not one of experiment/, (mission) => (mission.kind = "quiz")],
  ["links[1].lossPercent", "is not 1 to 90", (mission) => (mission.links[1].lossPercent = 99)],
  ["routes[2].metric", "is no whole number", (mission) => (mission.routes[2].metric = "low")],
  ["events[0].kind", /^is not one of programStops/, (mission) => (mission.events[0].kind = "fire")],
  [
    "events[0].link",
    "is no known field",
    (mission) => (mission.events[0].link = "client1-router1"),
  ],
  ["events[0].service", "names no service", (mission) => (mission.events[0].service = "mail")],
  [
    "events[0].services[1]",
    "names no service",
    (mission) => (mission.events[0] = { at: 5, kind: "programsSwap", services: ["time", "mail"] }),
  ],
  [
    "events[0].link",
    "names no link",
    (mission) => (mission.events[0] = { at: 5, kind: "lineCut", link: "rope" }),
  ],
  [
    "events[0].box",
    "names no box",
    (mission) => (mission.events[0] = { at: 5, kind: "boxDies", box: "server9" }),
  ],
  ["events[2].at", "is after the round", (mission) => (mission.events[2].at = mission.roundMs)],
  ["seeds[0].client", "names no client", (mission) => (mission.seeds[0].client = "server")],
  ["seats[0]", "names no box", (mission) => (mission.seats[0] = "server9")],
  ["seats[0]", "names a box whose role holds no duty", (mission) => (mission.held.server = [])],
  ["seats[6]", "stands there twice", (mission) => mission.seats.push("server")],
  [
    "visits[0].from",
    "names no host that nobody sits at",
    (mission) => (mission.visits[0].from = "client1"),
  ],
  [
    "visits[0].to",
    "names no box that runs programs",
    (mission) => (mission.visits[0].to = "client8"),
  ],
  [
    "visits[0].isStray",
    "needs tcp",
    (mission) => (mission.visits[0] = { ...mission.visits[0], from: "client1", isStray: true }),
  ],
  ["emptyPercent", "is not 1 to 100", (mission) => (mission.emptyPercent = 101)],
  ["visits[0].desk", "names no box", (mission) => (mission.visits[0].desk = "attic")],
  [
    "variants[0].pinSlots",
    "is not 0 to 8",
    (mission) => (mission.variants = [{ from: 2, to: 3, pinSlots: 9 }]),
  ],
  ["hopMs", "does not ascend", (mission) => mission.hopMs.reverse()],
  ["stars", "does not ascend", (mission) => mission.stars.reverse()],
  ["stars[2]", "is no number", (mission) => (mission.stars[2] = "3")],
])("%s %s", (path, problem, spoil) => {
  const mission = draft();
  spoil(mission);
  const found = missionFault(mission);
  expect(found?.path).toBe(path);
  expect(found?.problem).toMatch(problem);
});

/** The same of a mission over TCP. */
const overTcp = () => JSON.parse(JSON.stringify(threeHandshakes2));

test.each<readonly [path: string, problem: string | RegExp, spoil: (mission: Draft) => unknown]>([
  ["tcp.window", "is not 10 to 65535", (mission) => (mission.tcp.window = 9)],
  ["tcp.trays", "is missing", (mission) => delete mission.tcp.trays],
  ["tcp.goBackN", "is not true or false", (mission) => (mission.tcp.goBackN = "yes")],
  ["covered", /^is not one of ports/, (mission) => (mission.covered = "shelf")],
  [
    "services[0].answers[1]",
    /^is not 6 ASCII characters, or as many and whole cards/,
    (mission) => (mission.services[0].answers[1] = "half a card"),
  ],
  [
    "services[0].answers",
    "are not equally long",
    (mission) => (mission.services[0].answers[1] = "one card and six"),
  ],
  [
    "services[0].listening",
    "must be true over TCP",
    (mission) => (mission.services[0].listening = false),
  ],
  [
    "services[0].answers",
    "are longer than a card without tcp",
    (mission) => {
      delete mission.tcp;
      mission.events = [];
      mission.services[0].answers = ["one card and six"];
    },
  ],
  [
    "events[0].kind",
    "needs tcp",
    (mission) => {
      delete mission.tcp;
      mission.events = [knock("client1", "time")];
    },
  ],
  [
    "events[0].kind",
    "cannot happen over TCP",
    (mission) => (mission.events = [{ at: 5, kind: "programStops", service: "time" }]),
  ],
  ["events[0].from", "names no box", (mission) => (mission.events = [knock("client9", "time")])],
  ["events[0].from", "names a router", (mission) => (mission.events = [knock("router1", "time")])],
  [
    "events[0].service",
    "names no service",
    (mission) => (mission.events = [knock("client1", "x")]),
  ],
])("over TCP: %s %s", (path, problem, spoil) => {
  const mission = overTcp();
  spoil(mission);
  const found = missionFault(mission);
  expect(found?.path).toBe(path);
  expect(found?.problem).toMatch(problem);
});

const knock = (from: string, service: string) => ({ at: 5, kind: "strayKnock", from, service });

test("what is no mission at all is said to be none", () => {
  expect(missionFault(undefined)).toEqual({ path: "", problem: "is no object" });
  expect(missionFault("a mission")).toEqual({ path: "", problem: "is no object" });
});
