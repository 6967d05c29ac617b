import type { CaptureWords } from "../contract/capture-words.ts";
import type { BoxId } from "../device/act.ts";
import type { CapturedFrame, CaptureFile } from "../wire/capture-file.ts";
import { encodeEthernetFrame, etherTypes } from "../wire/ethernet-frame.ts";
import type { Ipv4Address } from "../wire/ipv4-address.ts";
import { macAddressOf } from "../wire/mac-address.ts";
import type { ActId } from "../wire/packet.ts";
import { encodePacket } from "../wire/packet-bytes.ts";
import type { Hop, Story } from "./story.ts";

/** What passed every link in a round, as captures by link: a frame for each letter, in the order of the story's hops. */
export function captureLinks(story: Story, words: CaptureWords): readonly CaptureFile[] {
  const { mission, seed, addresses, nicknames, hops } = story;
  const comment = words.about(mission.id, seed);
  const names = Object.entries(addresses.boxes).map(([box, address]) => {
    return { address, name: words.box(box, nicknames[box]) };
  });
  const verdicts = verdictsIn(story, words);
  return mission.links.map(({ id: link }) => {
    const passed = hops.filter((hop) => hop.link === link);
    const frames = passed.map((hop) => frameOf(story, hop, commentOn(hop, verdicts, words)));
    return { link, comment, names, frames };
  });
}

/** The address by which a box is known on the wire. */
export function addressOf({ addresses }: Story, box: BoxId): Ipv4Address {
  const address = addresses.boxes[box];
  if (address === undefined) throw new Error(`no address for ${box}`);
  return address;
}

type Verdict = { readonly seat: BoxId; readonly words: string };

/** What the judge had to say about each act. */
const verdictsIn = ({ acts, nicknames }: Story, words: CaptureWords): ReadonlyMap<ActId, Verdict> =>
  new Map(
    acts.flatMap(({ id, seat, evidence }) => {
      if (evidence === undefined) return [];
      const said = words.said(words.box(seat, nicknames[seat]), evidence.reason);
      return [[id, { seat, words: said }]];
    }),
  );

/** The verdict on the act that the letter descends from and on the pin it left by, and whether it was lost here. */
function commentOn(
  { packet: { cause, pins = [] }, from, lostAt }: Hop,
  verdicts: ReadonlyMap<ActId, Verdict>,
  { lost }: CaptureWords,
): string {
  const pinned = pins.map((pin) => verdicts.get(pin)).filter((pin) => pin?.seat === from);
  const said = [cause === undefined ? undefined : verdicts.get(cause), ...pinned];
  const loss = lostAt === undefined ? undefined : lost;
  return [...said.map((one) => one?.words), loss].filter((words) => words !== undefined).join(" ");
}

function frameOf(story: Story, hop: Hop, comment: string): CapturedFrame {
  const octets = encodeEthernetFrame({
    source: macAddressOf(addressOf(story, hop.from)),
    destination: macAddressOf(addressOf(story, hop.to)),
    etherType: etherTypes.ipv4,
    payload: encodePacket(hop.packet),
  });
  return { at: hop.departAt, octets, ...(comment === "" ? {} : { comment }) };
}
