import type { Text } from "../../assets/text/text.ts";
import { sheetOf } from "../../shared/contract/district-sheet.ts";
import type { Story } from "../../shared/lesson/story.ts";
import { formatIpv4Address } from "../../shared/wire/ipv4-address.ts";
import { nameBox } from "./box-name.ts";
import { lineLength, pointAlong } from "./map-line.ts";
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
  ...story.mission.links.map(({ id }) => {
    const { x, y } = middleOf(story, id);
    const name = namePlace(story, id, text);
    return { id, kind: "line", name, address: "", ...onMap(story, x, y) } as const;
  }),
];

/** A machine by its role, or a line by its two ends. In a debrief nobody is called by name. */
export function namePlace(story: Story, place: string, text: Text): string {
  const { links } = story.mission;
  const link = links.find(({ id }) => id === place);
  if (link === undefined) return nameBox(place, undefined, text);
  const [one, other] = [link.a, link.b].map((box) => nameBox(box, undefined, text));
  const name = text.console.faults.between(one ?? "", other ?? "");
  const twin = links.find(({ id, a, b }) => id !== place && a === link.a && b === link.b);
  if (twin === undefined) return name;
  const isUpper = middleOf(story, place).y < middleOf(story, twin.id).y;
  return isUpper ? text.debrief.upper(name) : text.debrief.lower(name);
}

function middleOf({ mission }: Story, id: string) {
  const link = mission.links.find((one) => one.id === id);
  const ends = [link?.a, link?.b].map((box) => mission.boxes.find((one) => one.id === box));
  const bends = (link?.bends ?? []).map(([x, y]) => ({ x, y }));
  const line = [ends[0], ...bends, ends[1]].filter((point) => point !== undefined);
  return pointAlong(line, lineLength(line) / 2);
}

function onMap({ mission }: Story, x: number, y: number) {
  const map = namedMap(sheetOf(mission.zones));
  return { left: ((x - map.left) / map.width) * 100, top: ((y - map.top) / map.height) * 100 };
}
