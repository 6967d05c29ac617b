import { useRef } from "preact/hooks";
import type { View } from "../../shared/contract/view.ts";
import { letterSource } from "../desk/belt/letter-picture.tsx";
import { keepLetters, letterMarks, type MapMark } from "../present/map-letters.ts";
import { type MapLetter, presentMap } from "../present/map-scene.ts";
import { useFrames } from "./use-frames.ts";
import { useMedia } from "./use-media.ts";

const size = { width: 58, height: 42 } as const;
const hopsPerSecond = 8;

/** The letters under way, each where it is just now; what was lost falls and leaves its cross. */
export function MapLetters(props: {
  readonly view: () => View;
  readonly playNow: () => number;
  readonly framesPerSecond: number;
}) {
  const isStill = useMedia("(prefers-reduced-motion: reduce)");
  useFrames(isStill ? hopsPerSecond : props.framesPerSecond);
  const shown = useRef<readonly MapLetter[]>([]);
  const now = props.playNow();
  shown.current = keepLetters(shown.current, presentMap(props.view()).letters, now);
  return (
    <g>
      {shown.current.flatMap((letter) =>
        letterMarks(letter, now, isStill).map((mark, nth) => (
          <Mark key={`${letter.id} ${nth}`} mark={mark} />
        )),
      )}
    </g>
  );
}

function Mark({ mark }: { readonly mark: MapMark }) {
  const turn = (mark.turn * 180) / Math.PI;
  const place = `translate(${mark.x.toFixed(1)} ${mark.y.toFixed(1)}) rotate(${turn.toFixed(0)})`;
  if (mark.kind === "lost") {
    return (
      <g class="map-lost" transform={place}>
        <circle r="17" />
        <path d="M-7 -7l14 14m0-14l-14 14" />
      </g>
    );
  }
  return (
    <image
      href={letterSource(mark.kind)}
      x={-size.width / 2}
      y={-size.height / 2}
      {...size}
      opacity={mark.alpha}
      transform={place}
    />
  );
}
