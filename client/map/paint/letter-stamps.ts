import { trailStep } from "../../present/map-letters.ts";
import { pictureKinds } from "../load-pictures.ts";
import type { Palette } from "../palette.ts";
import type { Plan } from "../plan.ts";
import { centredStamp, type Stamp } from "./stamp.ts";

const letterScale = 0.6;
const ghostScale = 0.46;

/** What travels: each kind of letter, its ghost, a piece of its trail, and the × of a lost one. */
export function letterStamps({ palette, pictures }: Plan): readonly Stamp[] {
  const letters = pictureKinds.flatMap((kind) => {
    const picture = pictures.get(kind);
    return picture === undefined
      ? []
      : [
          letterStamp(kind, picture),
          ghostStamp(kind, picture, palette),
          trailStamp(kind, palette(`letter-${kind}`)),
        ];
  });
  return [...letters, lostStamp(palette)];
}

function letterStamp(kind: string, picture: HTMLImageElement): Stamp {
  const width = picture.width * letterScale;
  const height = picture.height * letterScale;
  return centredStamp(`letter ${kind}`, width + 2, height + 2, (context) =>
    context.drawImage(picture, -width / 2, -height / 2, width, height),
  );
}

/** A letter of an earlier run: pale, in a dashed frame. */
function ghostStamp(kind: string, picture: HTMLImageElement, palette: Palette): Stamp {
  const width = picture.width * ghostScale;
  const height = picture.height * ghostScale;
  return centredStamp(`ghost ${kind}`, width + 12, height + 12, (context) => {
    context.fillStyle = palette("card");
    context.strokeStyle = palette("ink2");
    context.lineWidth = 1.5;
    context.setLineDash([4, 3]);
    context.beginPath();
    context.roundRect(-width / 2 - 4, -height / 2 - 4, width + 8, height + 8, 5);
    context.globalAlpha = 0.75;
    context.fill();
    context.stroke();
    context.globalAlpha = 0.4;
    context.drawImage(picture, -width / 2, -height / 2, width, height);
  });
}

/** One piece of the stripe behind a letter. */
function trailStamp(kind: string, colour: string): Stamp {
  return centredStamp(`trail ${kind}`, trailStep, 11, (context) => {
    context.fillStyle = colour;
    context.fillRect(-trailStep / 2, -5.5, trailStep, 11);
  });
}

function lostStamp(palette: Palette): Stamp {
  return centredStamp("letter lost", 34, 34, (context) => {
    context.lineCap = "round";
    context.strokeStyle = palette("error");
    context.fillStyle = palette("card");
    context.lineWidth = 2.5;
    const ring = new Path2D();
    ring.arc(0, 0, 13, 0, Math.PI * 2);
    context.fill(ring);
    context.stroke(ring);
    context.lineWidth = 4;
    context.stroke(new Path2D("M-5 -5L5 5M5 -5L-5 5"));
  });
}
