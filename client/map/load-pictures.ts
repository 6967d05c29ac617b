import tcpLetter from "../../assets/pictures/letter-data.svg?raw";
import icmpLetter from "../../assets/pictures/letter-icmp.svg?raw";
import udpLetter from "../../assets/pictures/letter-udp.svg?raw";
import client from "../../assets/pictures/node-client.svg?raw";
import router from "../../assets/pictures/node-router.svg?raw";
import server from "../../assets/pictures/node-server.svg?raw";

const sources = { client, router, server, udp: udpLetter, tcp: tcpLetter, icmp: icmpLetter };

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
