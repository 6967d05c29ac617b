import type { MapBox } from "../../present/map-scene.ts";
import type { Palette } from "../palette.ts";
import type { Plan } from "../plan.ts";
import { boxRadius } from "./box-radius.ts";
import { centredStamp, type Stamp } from "./stamp.ts";

const pictureSize = 76;
/** Inside the ring a picture keeps clear of it; the round router may come closer than shapes with corners. */
const sizeInRing = (role: string): number => (role === "router" ? 67 : 57);
const stripes = 24;

/** A box: its role's silhouette, inside the airmail ring if it is mine. */
export function boxStamp(box: MapBox, { palette, pictures }: Plan): Stamp {
  const size = box.you ? sizeInRing(box.role) : pictureSize;
  const reach = 2 * boxRadius(box) + 4;
  return centredStamp(`box ${box.id}`, reach, reach, (context) => {
    if (box.you) paintRing(context, boxRadius(box), palette);
    const picture = pictures.get(box.role);
    if (picture !== undefined) context.drawImage(picture, -size / 2, -size / 2, size, size);
  });
}

function paintRing(context: CanvasRenderingContext2D, radius: number, palette: Palette): void {
  const band = radius - 5.5;
  disc(context, radius - 0.5, palette("card"));
  context.lineWidth = 9;
  for (let stripe = 0; stripe < stripes; stripe += 1) {
    const from = ((stripe - 0.25) / stripes) * Math.PI * 2;
    context.strokeStyle = palette(stripe % 2 === 0 ? "airmail-red" : "airmail-blue");
    context.beginPath();
    context.arc(0, 0, band, from, from + Math.PI / stripes);
    context.stroke();
  }
  context.strokeStyle = palette("ink");
  context.lineWidth = 3;
  disc(context, radius - 10.5, palette("card"));
  context.stroke();
  context.beginPath();
  context.arc(0, 0, radius - 0.5, 0, Math.PI * 2);
  context.stroke();
}

function disc(context: CanvasRenderingContext2D, radius: number, fill: string): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, Math.PI * 2);
  context.fillStyle = fill;
  context.fill();
}
