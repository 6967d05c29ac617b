import ack from "../../assets/pictures/letter-ack.svg?raw";
import data from "../../assets/pictures/letter-data.svg?raw";
import fin from "../../assets/pictures/letter-fin.svg?raw";
import icmp from "../../assets/pictures/letter-icmp.svg?raw";
import rst from "../../assets/pictures/letter-rst.svg?raw";
import syn from "../../assets/pictures/letter-syn.svg?raw";
import synack from "../../assets/pictures/letter-synack.svg?raw";
import tcp from "../../assets/pictures/letter-tcp.svg?raw";
import udp from "../../assets/pictures/letter-udp.svg?raw";
import client from "../../assets/pictures/node-client.svg?raw";
import router from "../../assets/pictures/node-router.svg?raw";
import server from "../../assets/pictures/node-server.svg?raw";
import type { LetterKind } from "../../shared/wire/segment-kind.ts";

const boxes = { client, router, server };
const letters = { ack, data, fin, icmp, rst, syn, synack, tcp, udp } satisfies Readonly<
  Record<LetterKind | "tcp", string>
>;
const sources = { ...boxes, ...letters };

/** Every kind of letter that has a picture on the map. */
export const pictureKinds = Object.keys(letters) as readonly (keyof typeof letters)[];

/** The map's pictures by role of box and kind of letter; the same vectors serve every size. */
export type Pictures = ReadonlyMap<string, HTMLImageElement>;

/** Reads the pictures, ready to be drawn. */
export async function loadPictures(): Promise<Pictures> {
  const loading = Object.entries(sources).map(async ([name, source]) => {
    const picture = new Image();
    picture.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
    await picture.decode();
    return [name, picture] as const;
  });
  return new Map(await Promise.all(loading));
}
