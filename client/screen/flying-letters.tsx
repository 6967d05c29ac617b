import letter from "../../assets/pictures/letter-udp.svg";
import type { View } from "../../shared/contract/view.ts";
import { useFrames } from "../console/use-frames.ts";
import { useMedia } from "../console/use-media.ts";

const flightMs = 1_400;
const framesPerSecond = 30;

/** Letters that are thrown about while everybody waits: each flies from one name to another. */
export function FlyingLetters(props: {
  readonly places: { readonly current: HTMLElement | null };
  readonly throws: View["throws"];
  readonly lessonNow: () => number;
}) {
  const isStill = useMedia("(prefers-reduced-motion: reduce)");
  useFrames(framesPerSecond);
  const now = props.lessonNow();
  const area = props.places.current;
  if (area === null) return null;
  const middle = (player: string) => middleOf(area, player);
  return (
    <div class="flying-letters" aria-hidden="true">
      {Object.entries(props.throws).flatMap(([id, { from, to, at }]) => {
        const share = (now - at) / flightMs;
        const [start, end] = [middle(from), middle(to)];
        if (share < 0 || share > 1 || start === undefined || end === undefined) return [];
        const shown = isStill ? Math.round(share) : share;
        const x = start.x + (end.x - start.x) * shown;
        const y =
          start.y + (end.y - start.y) * shown - (isStill ? 0 : 4 * share * (1 - share) * 90);
        return [<img key={id} src={letter} alt="" style={{ translate: `${x}px ${y}px` }} />];
      })}
    </div>
  );
}

function middleOf(area: HTMLElement, player: string) {
  const place = area
    .querySelector(`[data-player="${CSS.escape(player)}"]`)
    ?.getBoundingClientRect();
  if (place === undefined) return undefined;
  const { left, top } = area.getBoundingClientRect();
  return { x: place.left - left + place.width / 2, y: place.top - top + place.height / 2 };
}
