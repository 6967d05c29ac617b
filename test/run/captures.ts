import type { Text } from "../../assets/text/text.ts";
import { nameBox } from "../../client/present/box-name.ts";
import { wordFor } from "../../client/present/word-for.ts";
import { reasons } from "../../shared/contract/reasons.ts";
import type { BoxId } from "../../shared/device/act.ts";
import type { Hop, Story } from "../../shared/lesson/story.ts";
import type { CapturedFrame, CaptureFile } from "../../shared/wire/capture-file.ts";
import { encodeEthernetFrame, etherTypes } from "../../shared/wire/ethernet-frame.ts";
import { macAddressOf } from "../../shared/wire/mac-address.ts";
import type { ActId } from "../../shared/wire/packet.ts";
import { encodePacket } from "../../shared/wire/packet-bytes.ts";

/** What passed every link in a round, as captures by link; their comments are in the text's language. */
export function captureLinks(story: Story, text: Text): readonly CaptureFile[] {
  const { mission, seed, addresses, hops } = story;
  const comment = text.story.capture.about(wordFor(text.names.missions, mission.id), String(seed));
  const names = Object.entries(addresses.boxes).map(([box, address]) => {
    return { address, name: nameBox(box, story.nicknames[box], text) };
  });
  const verdicts = verdictsIn(story, text);
  return mission.links.map(({ id: link }) => {
    const passed = hops.filter((hop) => hop.link === link);
    const frames = passed.map((hop) => frameOf(story, hop, commentOn(hop, verdicts, text)));
    return { link, comment, names, frames };
  });
}

type Verdict = { readonly seat: BoxId; readonly words: string };

/** What the judge had to say about each act. */
const verdictsIn = ({ acts, nicknames }: Story, text: Text): ReadonlyMap<ActId, Verdict> =>
  new Map(
    acts.flatMap(({ id, seat, evidence }) => {
      if (evidence === undefined) return [];
      const { verdict, rule } = reasons[evidence.reason];
      const who = nameBox(seat, nicknames[seat], text);
      const why = text.coach.reasons[evidence.reason];
      const words = text.story.capture.said(who, text.shell.result[verdict], why, rule);
      return [[id, { seat, words }]];
    }),
  );

/** The verdict on the act that the letter descends from and on the pin it left by, and whether it was lost here. */
function commentOn(
  { packet: { cause, pins = [] }, from, lostAt }: Hop,
  verdicts: ReadonlyMap<ActId, Verdict>,
  text: Text,
): string {
  const pinned = pins.map((pin) => verdicts.get(pin)).filter((pin) => pin?.seat === from);
  const said = [cause === undefined ? undefined : verdicts.get(cause), ...pinned];
  const loss = lostAt === undefined ? undefined : text.story.capture.lost;
  return [...said.map((one) => one?.words), loss].filter((words) => words !== undefined).join(" ");
}

function frameOf(story: Story, hop: Hop, comment: string): CapturedFrame {
  const octets = encodeEthernetFrame({
    source: macOf(story, hop.from),
    destination: macOf(story, hop.to),
    etherType: etherTypes.ipv4,
    payload: encodePacket(hop.packet),
  });
  return { at: hop.departAt, octets, ...(comment === "" ? {} : { comment }) };
}

function macOf({ addresses }: Story, box: string) {
  const address = addresses.boxes[box];
  if (address === undefined) throw new Error(`no address for ${box}`);
  return macAddressOf(address);
}
