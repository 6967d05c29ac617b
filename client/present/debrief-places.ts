import type { Text } from "../../assets/text/text.ts";
import { sheetOf } from "../../shared/contract/district-sheet.ts";
import type { Story } from "../../shared/lesson/story.ts";
import { formatIpv4Address } from "../../shared/wire/ipv4-address.ts";
import { nameBox } from "./box-name.ts";
import { middleOf, type NamedLine, nameLine } from "./line-name.ts";
import { namedMap } from "./named-map.ts";

/** A machine or a line of the map, where it is drawn there, in hundredths of the map's width and height. */
export type StoryPlace = {
  readonly id: string;
  readonly kind: "box" | "line";
  readonly name: string;
  readonly address: string;
  readonly left: number;
  readonly top: number;
};

/** Everything on the map of a round that a letter can be at: machines from left to right, then the lines. */
export const placesOf = (story: Story, text: Text): readonly StoryPlace[] => [
  ...story.mission.boxes
    .toSorted((one, other) => one.x - other.x || one.y - other.y)
    .map(({ id, x, y }) => {
      const address = story.addresses.boxes[id];
      return {
        ...({ id, kind: "box", name: namePlace(story, id, text) } as const),
        address: address === undefined ? "" : formatIpv4Address(address),
        ...onMap(story, x, y),
      };
    }),
  ...linesOf(story).map((line, _, lines) => {
    const { x, y } = middleOf(line);
    const name = nameLine(line, lines, text);
    return { id: line.id, kind: "line", name, address: "", ...onMap(story, x, y) } as const;
  }),
];

/** A machine by its role, or a line by its two ends. In a debrief nobody is called by name. */
export function namePlace(story: Story, place: string, text: Text): string {
  const lines = linesOf(story);
  const line = lines.find(({ id }) => id === place);
  return line === undefined ? nameBox(place, undefined, text) : nameLine(line, lines, text);
}

const linesOf = ({ mission }: Story): readonly NamedLine[] =>
  mission.links.map(({ id, a, b, bends }) => {
    const ends = [a, b].map((box) => mission.boxes.find((one) => one.id === box));
    const between = bends.map(([x, y]) => ({ x, y }));
    const line = [ends[0], ...between, ends[1]].filter((point) => point !== undefined);
    return { id, a, b, line };
  });

function onMap({ mission }: Story, x: number, y: number) {
  const map = namedMap(sheetOf(mission.zones));
  return { left: ((x - map.left) / map.width) * 100, top: ((y - map.top) / map.height) * 100 };
}
