import { Fragment } from "preact";
import { text } from "../look/language.ts";
import type { Trouble } from "../present/console-troubles.ts";
import type { HostNetwork, HostSeat } from "../present/shell-host.ts";
import { presentNickname, splitNickname } from "../present/shell-nickname.ts";
import { RolePicture } from "../shell/role-picture.tsx";
import type { ConsoleState } from "./console-state.ts";

/** The seats of a network: who sits where, and who needs help. A press opens the card of who sits there. */
export function SeatChips(props: {
  readonly console: ConsoleState;
  readonly network: HostNetwork;
  readonly troubles: readonly Trouble[];
  readonly name: string;
}) {
  const { console, network, troubles } = props;
  return (
    <ul class="seat-chips" aria-label={text.value.console.network.people(props.name)}>
      {network.seats
        .filter(({ isPlayed }) => isPlayed)
        .map((seat) => (
          <li key={seat.box}>
            <SeatChip
              console={console}
              seat={seat}
              isTroubled={troubles.some(({ box }) => box === seat.box)}
            />
          </li>
        ))}
    </ul>
  );
}

function SeatChip(props: {
  readonly console: ConsoleState;
  readonly seat: HostSeat;
  readonly isTroubled: boolean;
}) {
  const { console, seat, isTroubled } = props;
  const moving = console.moving.value;
  const press = () => (moving === undefined ? openCard(console, seat) : moveHere(console, seat));
  return (
    <button
      type="button"
      class={`seat-chip ${seat.hand}-seat${isTroubled ? " troubled" : ""}${moving === undefined ? "" : " target"}`}
      aria-label={moving === undefined ? saysOf(seat, isTroubled) : targetWords(seat)}
      disabled={moving === undefined ? seat.person === undefined : seat.person?.player === moving}
      title={saysOf(seat, isTroubled)}
      onClick={press}
    >
      <RolePicture role={seat.role} size={21} />
      <span class="seat-name">
        <Name seat={seat} />
      </span>
      {isTroubled && (
        <span class="seat-mark" aria-hidden="true">
          !
        </span>
      )}
    </button>
  );
}

/** Korean writes a nickname as one word; here it breaks between its two. */
function Name({ seat }: { readonly seat: HostSeat }) {
  if (seat.person === undefined) return <>{text.value.console.seat.automatic}</>;
  const pieces = splitNickname(seat.person.nickname, text.value);
  return (
    <>
      {pieces.map((piece) => (
        <Fragment key={piece}>
          {piece}
          <wbr />
        </Fragment>
      ))}
    </>
  );
}

function openCard(console: ConsoleState, { person }: HostSeat): void {
  if (person !== undefined) console.player.value = person.player;
}

function moveHere(console: ConsoleState, { network, box }: HostSeat): void {
  const player = console.moving.peek();
  console.moving.value = undefined;
  if (player !== undefined) void console.ask({ kind: "moveSeat", player, network, box });
}

const nameOf = ({ person }: HostSeat): string =>
  person === undefined
    ? text.value.console.seat.automatic
    : presentNickname(person.nickname, text.value);

function saysOf(seat: HostSeat, isTroubled: boolean): string {
  const { names, console: words } = text.value;
  const says = words.seat.says(nameOf(seat), names.roles[seat.role], words.hands[seat.hand]);
  return isTroubled ? `${says}, ${words.seat.needsHelp}` : says;
}

function targetWords(seat: HostSeat): string {
  const words = text.value.console.player;
  return seat.person === undefined ? words.moveToFree : words.moveHere(nameOf(seat));
}
