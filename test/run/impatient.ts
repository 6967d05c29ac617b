import { letterFor } from "../../shared/device/errand.ts";
import type { Place } from "../kit/scripted-class.ts";
import { Interjecting, type Wish } from "./interjecting.ts";

/** So often every letter leaves before anybody could have answered it. */
const copies = 3;

/** A script that sends again at once what its machine has just sent, to be on the safe side. */
export class Impatient extends Interjecting {
  protected wish({ match, seat }: Place): Wish | undefined {
    const host = match.world.boxes[seat.box];
    if (host?.kind !== "host") return undefined;
    const errand = host.errands.find(({ state, sends }) => state === "sent" && sends < copies);
    return errand && { act: letterFor(host, errand), at: match.now };
  }
}
