import type { ComponentChildren } from "preact";
import { sheetOf } from "../../shared/contract/district-sheet.ts";
import type { View } from "../../shared/contract/view.ts";
import { NetworkMap } from "../console/network-map.tsx";
import type { StoryPlace } from "../present/debrief-places.ts";
import { namedMap } from "../present/named-map.ts";

const framesPerSecond = 30;

/** The map of a round that is over, at one instant of it; what stands over it lies on its places. */
export const StoryMap = (props: {
  readonly view: View;
  readonly label: string;
  readonly letters: () => View["letters"];
  readonly playNow: () => number;
  readonly children?: ComponentChildren;
}) => (
  <div class="story-map" style={`aspect-ratio: ${ratioOf(props.view)}`}>
    <NetworkMap
      view={props.view}
      label={props.label}
      looks="named"
      framesPerSecond={framesPerSecond}
      letters={() => ({ ...props.view, letters: props.letters() })}
      playNow={props.playNow}
    />
    {props.children}
  </div>
);

/** What lies over the map finds its place there only if the map fills all that it is given. */
function ratioOf({ zones }: View): string {
  const { width, height } = namedMap(sheetOf(Object.values(zones)));
  return `${width} / ${height}`;
}

/** Where something about a place stands on the map. */
export const atPlace = ({ left, top }: StoryPlace): string =>
  `left: ${left.toFixed(2)}%; top: ${top.toFixed(2)}%`;
