import type { Text } from "../../assets/text/text.ts";
import { inside, is, type Seen, type Sight } from "./play-sight.ts";
import { press, type Reader, type Step } from "./play-step.ts";

/** A client's reader: asks for ports that it does not know, writes envelopes, and sends them. */
export const writing: Reader = ({ sight, words, isWrong }) => {
  const errand = sight.errands.find((card) => !is(card, "sent") && !isAsking(sight, words, card));
  if (errand === undefined) return undefined;
  const [choose] = inside(errand, sight.errandChoose);
  if (!is(errand, "chosen")) return press(choose, false);
  const line = lineFor(sight, words, errand);
  const [door] = line ? inside(line, sight.bookDoors) : [];
  if (line === undefined || door === undefined) return undefined;
  if (is(door, "ask")) return press(door, true);
  const port = portIn(door.words);
  return fillIn(sight, {
    address: inside(line, sight.bookAddresses)[0]?.words ?? "",
    port: isWrong ? String(Number(port) + 1) : port,
    source: portIn(inside(errand, sight.myDoors)[0]?.words ?? ""),
  });
};

/** A client's reader where the machine writes: sends again when a timer has run out, or gives up after the last time. */
export const resending: Reader = ({ sight, isWrong }) => {
  const lit = sight.choices.find((choice) => is(choice, "lit"));
  if (lit !== undefined && !isWrong) return press(lit, true);
  const errand = sight.sentErrands.find((card) => is(card, "silent") !== isWrong);
  if (errand === undefined) return undefined;
  const [again, giveUp] = choicesOf(sight, errand);
  if (isWrong) return press(giveUp, true);
  const canSend = again?.isOff === false && inside(errand, sight.triesLeft).length > 0;
  return press(canSend ? again : giveUp, true);
};

type Envelope = { readonly address: string; readonly port: string; readonly source: string };

function fillIn(sight: Sight, { address, port, source }: Envelope): Step | undefined {
  const [where] = sight.slipAddress;
  const fields = [
    { at: sight.slipPort[0], written: port },
    { at: sight.slipSource[0], written: source },
  ];
  if (where !== undefined && where.value !== address) {
    return { kind: "choose", at: where, value: address, isAct: false };
  }
  const open = fields.find(({ at, written }) => at !== undefined && at.value !== written);
  if (open?.at !== undefined)
    return { kind: "write", at: open.at, written: open.written, isAct: false };
  return press(sight.send[0], true);
}

/** Whether its port was asked for and not told yet. */
function isAsking(sight: Sight, words: Text, errand: Seen): boolean {
  const line = lineFor(sight, words, errand);
  return line !== undefined && inside(line, sight.bookDoors)[0]?.words === words.desk.client.asked;
}

/** The line of the address book that an errand is about. */
function lineFor(sight: Sight, words: Text, errand: Seen): Seen | undefined {
  const ask = inside(errand, sight.errandNames)[0]?.words;
  const service = Object.entries(words.desk.client.ask).find(([, asks]) => asks === ask)?.[0] ?? "";
  const name = Object.entries(words.names.services).find(([id]) => id === service)?.[1];
  return sight.book.find((line) => inside(line, sight.bookNames)[0]?.words === name);
}

const portIn = (words: string): string => /\d+/.exec(words)?.[0] ?? "";

const choicesOf = (sight: Sight, errand: Seen): readonly (Seen | undefined)[] => {
  const both = inside(errand, sight.choices);
  return both.length > 1 ? both : [undefined, both[0]];
};
