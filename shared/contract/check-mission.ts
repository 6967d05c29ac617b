import { duties } from "../device/act.ts";
import { wordLength } from "../device/program.ts";
import {
  type Check,
  decimal,
  type Fault,
  fields,
  flag,
  list,
  oneKindOf,
  oneOf,
  optional,
  text,
  tuple,
  whole,
} from "./check-fields.ts";
import { mapFault } from "./check-map.ts";
import { sheets } from "./district-sheet.ts";
import {
  coverable,
  type Mission,
  type MissionEvent,
  type MissionTcp,
  type MissionVisit,
  roles,
} from "./mission.ts";

/** The first thing that is wrong with a mission's data, named by its field; undefined for a sound mission. */
export const missionFault = (mission: unknown): Fault | undefined =>
  missionFields(mission, "") ?? mapFault(mission as Mission);

const id = text(/^[a-z][a-zA-Z0-9-]{0,39}$/, "a name of letters, digits and -");
const word = text(
  new RegExp(`^[\\x20-\\x7e]{${wordLength}}$`),
  `${wordLength} ASCII characters (the errand's tag makes a card of 10 octets)`,
);

const words = text(
  new RegExp(`^[\\x20-\\x7e]{${wordLength}}([\\x20-\\x7e]{10})*$`),
  `${wordLength} ASCII characters, or as many and whole cards of 10 more`,
);

/** The map is drawn on a sheet of this size, or, where it has one district, on a smaller one. */
const [x, y] = [whole(0, sheets.two.width), whole(0, sheets.two.height)];

const heldDuties: Check = list(oneOf(...duties));
const stars = decimal(0, 10);
const ms = whole(1, 600_000);

const missionFields = fields<Mission>({
  id,
  chapter: whole(1, 15),
  kind: oneOf("experiment", "mechanism", "twist"),
  roundMs: whole(30_000, 600_000),
  sight: oneOf("open", "neighbours"),
  held: fields<Mission["held"]>({ client: heldDuties, router: heldDuties, server: heldDuties }),
  zones: list(
    fields<Mission["zones"][number]>({
      ...{ id, x, y, width: x, height: y },
      tint: oneOf("sand", "rose", "mist"),
      district: optional(whole(1, 2)),
    }),
    1,
  ),
  boxes: list(
    fields<Mission["boxes"][number]>({
      ...{ id, x, y, role: oneOf(...roles), zone: id },
      fromSize: optional(whole(1, 12)),
      automatic: optional(flag),
      playedFrom: optional(whole(1, 12)),
    }),
    2,
  ),
  links: list(
    fields<Mission["links"][number]>({
      ...{ id, a: id, b: id, bends: list(tuple(x, y)) },
      lossPercent: optional(whole(1, 90)),
      jitterMs: optional(whole(1, 10_000)),
      capacity: optional(whole(1, 64)),
    }),
    1,
  ),
  routes: list(
    fields<Mission["routes"][number]>({
      ...{ router: id, to: id, exit: id },
      metric: optional(whole(1, 16)),
    }),
  ),
  services: list(
    fields<Mission["services"][number]>({
      ...{ id, box: id, question: word, answers: list(words, 1), listening: flag },
      fromSize: optional(whole(1, 12)),
    }),
    1,
  ),
  events: list(
    oneKindOf<MissionEvent["kind"]>({
      programStops: { at: ms, service: id },
      programsSwap: { at: ms, services: tuple(id, id) },
      ...{ lineCut: { at: ms, link: id }, lineMended: { at: ms, link: id } },
      ...{ boxDies: { at: ms, box: id }, boxRevives: { at: ms, box: id } },
      strayKnock: { at: ms, from: id, service: id },
    }),
  ),
  seeds: list(
    fields<Mission["seeds"][number]>({
      ...{ client: id, underWay: oneOf("question", "answer", "nothing") },
      service: optional(id),
    }),
  ),
  visits: optional(
    list(
      fields<MissionVisit>({
        ...{ desk: id, from: id, to: id },
        underWay: optional(oneOf("answer")),
        isStray: optional(flag),
      }),
    ),
  ),
  emptyPercent: optional(whole(1, 100)),
  seats: list(id, 1),
  backbone: optional(
    fields<NonNullable<Mission["backbone"]>>({ gateway: id, bends: list(tuple(x, y)) }),
  ),
  hopMs: tuple(whole(100, 5_000), whole(100, 5_000)),
  ttl: whole(1, 255),
  openErrands: tuple(whole(0, 8), whole(1, 8)),
  errandPauseMs: ms,
  mostEmptyMs: optional(ms),
  patienceMs: ms,
  retryMs: ms,
  beltSlots: whole(1, 8),
  mostSends: whole(1, 99),
  pinSlots: whole(0, 8),
  pinsWorkLoose: optional(flag),
  quietPinsFirst: optional(flag),
  tcp: optional(
    fields<MissionTcp>({
      ...{ halfOpenSlots: whole(1, 8), recycles: flag, trays: whole(1, 8) },
      ...{ window: whole(10, 65_535), goBackN: flag },
    }),
  ),
  covered: optional(oneOf(...coverable)),
  stars: tuple(stars, stars, stars),
  variants: optional(
    list(
      fields<NonNullable<Mission["variants"]>[number]>({
        ...{ from: whole(1, 12), to: whole(1, 12) },
        openErrands: optional(tuple(whole(0, 8), whole(1, 8))),
        mostEmptyMs: optional(ms),
        emptyPercent: optional(whole(1, 100)),
        pinSlots: optional(whole(0, 8)),
        stars: optional(tuple(stars, stars, stars)),
      }),
    ),
  ),
});
