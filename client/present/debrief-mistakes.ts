import type { Role } from "../../shared/contract/mission.ts";
import { type HeaderField, type Reason, reasons } from "../../shared/contract/reasons.ts";
import type { BoxId } from "../../shared/device/act.ts";
import type { Story } from "../../shared/lesson/story.ts";
import { grouped } from "./grouped.ts";
import { type Deed, deedOf } from "./shell-result.ts";

/** A mistake that was made at the desks of one role, and how often. */
export type CommonMistake = {
  readonly role: Role;
  readonly reason: Reason;
  readonly deed: Deed;
  readonly field: HeaderField | undefined;
  readonly count: number;
  /** How many of them nothing ever came back from. */
  readonly silent: number;
  /** Whose they were: for the host's own screen. */
  readonly people: readonly { readonly nickname: string; readonly count: number }[];
};

type Case = { readonly seat: BoxId; readonly reason: Reason; readonly isSilent: boolean };

const mostShown = 5;

/** The most common mistakes of a round by role, the most frequent first; what people's machines did is none. */
export function commonMistakes(story: Story): readonly CommonMistake[] {
  const groups = grouped(casesOf(story), ({ seat, reason }) => `${roleOf(story, seat)} ${reason}`);
  return [...groups.values()]
    .flatMap((cases) => asMistake(story, cases))
    .toSorted((one, other) => other.count - one.count)
    .slice(0, mostShown);
}

const casesOf = (story: Story): readonly Case[] => [
  ...story.acts.flatMap(({ seat, evidence }) =>
    evidence === undefined || reasons[evidence.reason].verdict === "right"
      ? []
      : [{ seat, reason: evidence.reason, isSilent: evidence.shownAt === undefined }],
  ),
  ...story.events.flatMap((event): readonly Case[] =>
    "notice" in event &&
    event.notice.kind === "letterFellOff" &&
    story.nicknames[event.box] !== undefined
      ? [{ seat: event.box, reason: "letBeltOverflow", isSilent: false }]
      : [],
  ),
];

function asMistake(story: Story, cases: readonly Case[]): readonly CommonMistake[] {
  const [first] = cases;
  const role = roleOf(story, first?.seat);
  if (first === undefined || role === undefined) return [];
  const { reason } = first;
  const deed = deedOf(reason);
  const row = reasons[reason];
  return [
    {
      ...{ role, reason, deed, count: cases.length },
      field: "field" in row ? row.field : undefined,
      // The silence after a needless act is no riddle.
      silent: deed === "wrong" ? cases.filter(({ isSilent }) => isSilent).length : 0,
      people: peopleOf(story, cases),
    },
  ];
}

const peopleOf = ({ nicknames }: Story, cases: readonly Case[]): CommonMistake["people"] =>
  [...grouped(cases, ({ seat }) => seat)].flatMap(([seat, own]) => {
    const nickname = nicknames[seat];
    return nickname === undefined ? [] : [{ nickname, count: own.length }];
  });

const roleOf = ({ mission }: Story, box: BoxId | undefined): Role | undefined =>
  mission.boxes.find(({ id }) => id === box)?.role;
