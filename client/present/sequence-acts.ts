import type { Text } from "../../assets/text/text.ts";
import { type HeaderField, type Reason, reasons } from "../../shared/contract/reasons.ts";
import type { Act, BoxId } from "../../shared/device/act.ts";
import type { ErrandKey, Story } from "../../shared/lesson/story.ts";
import { reasonWords } from "./reason-words.ts";
import { actWords, type FieldWords } from "./sequence-act-words.ts";
import { type Deed, deedOf } from "./shell-result.ts";

/** Something that I did or let fall, numbered in order. `shownAt` is when I was told what was wrong with it. */
export type SequenceAct = {
  readonly n: number;
  readonly at: number;
  readonly deed: Deed;
  readonly errand: ErrandKey | undefined;
  /** What I did, field by field, and the field that made it wrong. */
  readonly what: readonly FieldWords[];
  readonly wrongField: HeaderField | undefined;
  readonly why: string;
  /** What is to be said of its consequence. */
  readonly outcome: string | undefined;
  readonly shownAt: number | undefined;
};

type Judged = Pick<SequenceAct, "at" | "errand" | "shownAt"> & {
  readonly reason: Reason;
  readonly act: Act | undefined;
};

/** Everything of mine that was judged, or all of it that has to do with one errand. */
export const sequenceActs = (
  story: Story,
  me: BoxId,
  errand: ErrandKey | undefined,
  text: Text,
): readonly SequenceAct[] =>
  [...judgedActs(story, me), ...fallenLetters(story, me)]
    .filter((one) => errand === undefined || one.errand === errand)
    .toSorted((one, other) => one.at - other.at)
    .map(({ reason, act, ...judged }, index) => ({
      ...judged,
      n: index + 1,
      deed: deedOf(reason),
      what: act === undefined ? [] : actWords(story, me, act, text),
      wrongField: fieldOf(reason),
      why: reasonWords(text, reason, story.mission),
      outcome: outcomeWords(judged, reason, text),
    }));

const judgedActs = ({ acts }: Story, me: BoxId): readonly Judged[] =>
  acts.flatMap(({ seat, at, act, errand, evidence }) => {
    if (seat !== me || evidence === undefined) return [];
    const { reason } = evidence;
    const isRight = reasons[reason].verdict === "right";
    return [{ at, act, errand, reason, shownAt: isRight ? undefined : evidence.shownAt }];
  });

const fallenLetters = ({ events, hops }: Story, me: BoxId): readonly Judged[] =>
  events.flatMap((event) => {
    if (event.box !== me || !("notice" in event) || event.notice.kind !== "letterFellOff")
      return [];
    const errand = hops.find(({ packet }) => packet.id === event.packet)?.errand;
    const reason = "letBeltOverflow";
    return [{ at: event.at, act: undefined, errand, reason, shownAt: undefined } as const];
  });

const fieldOf = (reason: Reason): HeaderField | undefined => {
  const row = reasons[reason];
  return row.verdict !== "right" && "field" in row ? row.field : undefined;
};

/** A right act needs no more words; what came home later says how much later, and silence is told of. */
function outcomeWords(
  { at, shownAt }: Pick<Judged, "at" | "shownAt">,
  reason: Reason,
  text: Text,
): string | undefined {
  const words = text.story.sequence;
  if (reasons[reason].verdict === "right" || reason === "letBeltOverflow") return undefined;
  if (shownAt === undefined) return words.neverCameHome;
  const seconds = Math.round((shownAt - at) / 1000);
  return seconds === 0 ? undefined : words.cameHome(seconds);
}
