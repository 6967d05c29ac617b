import "./network-map.css";
import client from "../../assets/pictures/node-client.svg";
import router from "../../assets/pictures/node-router.svg";
import server from "../../assets/pictures/node-server.svg";
import { sheets } from "../../shared/contract/district-sheet.ts";
import type { View } from "../../shared/contract/view.ts";
import { text } from "../look/language.ts";
import { nameBox } from "../present/box-name.ts";
import { captionSide } from "../present/caption-side.ts";
import { lineLength, type Point, pointAlong } from "../present/map-line.ts";
import { type MapBox, type MapLink, type MapScene, presentMap } from "../present/map-scene.ts";
import { namedMap } from "../present/named-map.ts";
import { wordFor } from "../present/word-for.ts";
import { MapLetters } from "./map-letters.tsx";

const pictures: Readonly<Record<string, string>> = { client, router, server };
/** How far a map's edge is from the middle of its outermost boxes. */
const margin = { x: 66, y: 54 } as const;
const pictureSize = { plain: 100, named: 84 } as const;

/** Two districts side by side. */
const isWide = ({ size }: MapScene): boolean => size === sheets.two;
/** From one line of text to the next; two districts on one map are read from as far away. */
const leadingOf = (scene: MapScene): number => (isWide(scene) ? 27 : 19);
/** Its letters are all equally wide; one that is wider than its zone stands out on both sides of it. */
const prefixWidth = (scene: MapScene, prefix: string): number =>
  prefix.length * leadingOf(scene) * 0.54;
const insetOf = (scene: MapScene): number => (isWide(scene) ? 8 : 15);

type Looks = "plain" | "named";

/** One network as a drawing: what stands, and the letters that travel on it. `troubled` boxes are ringed. */
export function NetworkMap(props: {
  readonly view: View;
  readonly label: string;
  readonly troubled?: Readonly<Record<string, "wait" | "bad">>;
  /** With names, as the classroom reads it, or small. */
  readonly looks: Looks;
  readonly framesPerSecond: number;
  readonly letters: () => View;
  readonly playNow: () => number;
}) {
  const { view, looks } = props;
  const scene = presentMap({ ...view, letters: {} });
  return (
    <svg
      class={`network-map ${looks}${isWide(scene) ? " wide" : ""}`}
      viewBox={viewBoxOf(scene, looks)}
      role="img"
      aria-label={props.label}
    >
      {looks === "named" && <Zones scene={scene} />}
      {scene.links.map((link) => (
        <Line key={link.id} link={link} view={view} />
      ))}
      {scene.boxes.map((box) => (
        <Box
          key={box.id}
          {...{ box, view, looks }}
          {...{ leading: leadingOf(scene), isCrowded: isWide(scene) }}
          side={captionSide(box, scene.links)}
          trouble={props.troubled?.[box.id]}
        />
      ))}
      <MapLetters
        view={props.letters}
        playNow={props.playNow}
        framesPerSecond={props.framesPerSecond}
      />
    </svg>
  );
}

const Zones = ({ scene }: { readonly scene: MapScene }) => (
  <>
    {scene.zones.map(({ id, x, y, width, height, tint, prefix }) => (
      <g key={id}>
        <rect class={`map-zone ${tint}`} {...{ x, y, width, height }} rx="24" />
        <text class="map-zone-name" x={x + insetOf(scene)} y={y + 7 + leadingOf(scene)}>
          {wordFor(text.value.names.zones, id)}
        </text>
        <text
          class="map-zone-prefix"
          x={Math.min(x + insetOf(scene), x + (width - prefixWidth(scene, prefix)) / 2)}
          y={y + 8 + 2 * leadingOf(scene)}
        >
          {prefix}
        </text>
      </g>
    ))}
  </>
);

/** Dotted: it loses letters. With a number: it is so many times slower. */
function Line({ link, view }: { readonly link: MapLink; readonly view: View }) {
  const { loss = 0, slow = 1 } = view.links[link.id] ?? {};
  const points = link.line.map(({ x, y }) => `${x},${y}`).join(" ");
  const middle = pointAlong(link.line, lineLength(link.line) / 2);
  const looks = link.up ? (loss > 0 ? "map-line lossy" : "map-line") : "map-line cut";
  return (
    <g>
      <polyline class={looks} points={points} />
      {!link.up && <Cross at={middle} />}
      {slow > 1 && (
        <text class="map-slow" x={middle.x} y={middle.y - 14}>
          {`×${slow}`}
        </text>
      )}
    </g>
  );
}

function Box(props: {
  readonly box: MapBox;
  readonly view: View;
  readonly looks: Looks;
  readonly leading: number;
  readonly isCrowded: boolean;
  readonly side: "under" | "over";
  readonly trouble: "wait" | "bad" | undefined;
}) {
  const { box, view, looks } = props;
  const { queue = 0, dead = false } = view.boxes[box.id] ?? {};
  const size = pictureSize[looks];
  return (
    <g class={dead ? "map-box dead" : "map-box"}>
      {props.trouble !== undefined && (
        <circle class={`map-trouble ${props.trouble}`} cx={box.x} cy={box.y} r={size * 0.64} />
      )}
      <image
        href={pictures[box.role]}
        x={box.x - size / 2}
        y={box.y - size / 2}
        width={size}
        height={size}
      />
      {dead && <Cross at={box} />}
      {queue > 0 && <Queue box={box} count={queue} size={size} />}
      {looks === "named" && (
        <Caption
          {...{ box, leading: props.leading, isCrowded: props.isCrowded, side: props.side }}
          reach={size / 2}
        />
      )}
    </g>
  );
}

/** So long a name fits between two machines where two districts share a map. */
const mostLetters = 12;

/** A laptop is flatter than the others. */
const laptopReach = 30;

/** Who sits there. A machine that nobody holds goes by its role. */
const Caption = (props: {
  readonly box: MapBox;
  readonly reach: number;
  readonly leading: number;
  readonly isCrowded: boolean;
  readonly side: "under" | "over";
}) => {
  const { box, reach, leading, isCrowded, side } = props;
  const name = nameBox(box.id, box.nickname, text.value);
  const isLong = isCrowded && name.length > mostLetters;
  const lines = [...(isLong ? name.split(" ") : [name]), box.address];
  const over = (box.role === "client" ? laptopReach : reach) + 8 + lines.length * leading;
  const top = side === "under" ? reach - 1 : -over;
  return (
    <>
      {lines.map((line, nth) => (
        <text
          key={nth}
          class={nth === lines.length - 1 ? "map-address" : "map-name"}
          x={box.x}
          y={box.y + top + (nth + 1) * leading}
        >
          {line}
        </text>
      ))}
    </>
  );
};

/** A pip for each letter that waits. */
function Queue(props: { readonly box: Point; readonly count: number; readonly size: number }) {
  const { box, count, size } = props;
  const shown = Math.min(count, 8);
  const y = box.y - size / 2 - 6;
  return (
    <g class={count >= 6 ? "map-queue many" : "map-queue"}>
      {Array.from({ length: shown }, (_, nth) => (
        <circle key={nth} cx={box.x + (nth - (shown - 1) / 2) * 14} cy={y} r="5.5" />
      ))}
    </g>
  );
}

const Cross = ({ at }: { readonly at: Point }) => (
  <path class="map-cross" d={`M${at.x - 16} ${at.y - 16}l32 32m0-32l-32 32`} />
);

/** The part of the plane that the boxes take up. */
function viewBoxOf({ boxes, size }: MapScene, looks: Looks): string {
  if (looks === "named" || boxes.length === 0) {
    const { left, top, width, height } = namedMap(size);
    return [left, top, width, height].join(" ");
  }

  const [xs, ys] = [boxes.map(({ x }) => x), boxes.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs) - margin.x, Math.min(...ys) - margin.y];
  const [right, bottom] = [Math.max(...xs) + margin.x, Math.max(...ys) + margin.y];
  return [left, top, right - left, bottom - top].join(" ");
}
