import type { DeskState } from "../../input/desk-state.ts";
import { text } from "../../look/language.ts";
import {
  type ConnectionRoom,
  presentHalfOpen,
  presentMine,
  presentServed,
} from "../../present/connections.ts";
import { myRole } from "../../present/desk-cards.ts";
import { ConnectionButton } from "./connection-button.tsx";

/** My connections: a client's in one row; a server's half-open ones over those that it serves. */
export function Connections({ desk }: { readonly desk: DeskState }) {
  const view = desk.link.view.value;
  const words = text.value.desk.connections;
  const now = desk.playNow.value;
  if (myRole(view) === "client") {
    const mine = presentMine(view, text.value, now);
    return (
      <section class="connections" aria-label={words.mine}>
        <Room
          desk={desk}
          title={words.mine}
          how={words.mineHow}
          free={words.freeMine}
          room={mine}
        />
      </section>
    );
  }
  const halfOpen = presentHalfOpen(view, text.value, now);
  const served = presentServed(view, text.value, now);
  return (
    <section class="connections two-rooms" aria-label={words.served}>
      <Room
        desk={desk}
        title={words.halfOpen}
        how={howFull(halfOpen)}
        free={words.free}
        room={halfOpen}
      />
      <Room
        desk={desk}
        title={words.served}
        how={howFull(served)}
        free={words.freeTray}
        room={served}
      />
    </section>
  );
}

type RoomProps = {
  readonly desk: DeskState;
  readonly title: string;
  readonly how: string;
  readonly free: string;
  readonly room: ConnectionRoom;
};

const Room = ({ desk, title, how, free, room }: RoomProps) => (
  <div class={room.taken.length + room.free > 3 ? "connection-room crowded" : "connection-room"}>
    <header>
      <h2>{title}</h2>
      <p class="quiet">{how}</p>
    </header>
    <ol>
      {room.taken.map((card) => (
        <li key={card.id}>
          <ConnectionButton desk={desk} card={card} />
        </li>
      ))}
      {Array.from({ length: room.free }, (_, index) => (
        <li key={`free ${index + 1}`} class="connection-free quiet">
          {free}
        </li>
      ))}
    </ol>
  </div>
);

const howFull = ({ taken, free }: ConnectionRoom): string =>
  text.value.desk.connections.halfOpenHow(taken.length, taken.length + free);
