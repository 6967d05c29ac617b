import type { DeskState } from "../../input/desk-state.ts";
import { startDrag } from "../../input/drag.ts";
import { pickUp, pressSpot } from "../../input/pick.ts";
import { text } from "../../look/language.ts";
import { type Hand, holdsSame } from "../../present/hand.ts";
import { isShared } from "../../present/pair.ts";
import {
  type PinTray as Pins,
  presentRoutes,
  type RouteExit,
  type RouteLine,
} from "../../present/routes.ts";
import { OnSheet } from "../on-sheet.tsx";
import { PinPicture } from "./pin-picture.tsx";
import { PinTray } from "./pin-tray.tsx";

/** The routing table with pins in it: a pinned prefix flows out of its exit by itself. */
export function PinBoard({ desk, tray }: { readonly desk: DeskState; readonly tray: Pins }) {
  const words = text.value.desk.router;
  const how = isShared(desk.link.view.value) ? words.pinsBySheet : words.pinsHow;
  const isHeld = desk.hand.value?.kind === "pin";
  return (
    <section class="pin-board card" aria-label={words.table}>
      <header>
        <h2>{words.table}</h2>
        <PinTray desk={desk} tray={tray} />
      </header>
      <p class="quiet">{isHeld ? words.pinsPlace : how}</p>
      <ul>
        {presentRoutes(desk.link.view.value, text.value).map((line) => (
          <Route key={line.id} desk={desk} line={line} />
        ))}
      </ul>
    </section>
  );
}

type RouteProps = { readonly desk: DeskState; readonly line: RouteLine };

function Route({ desk, line }: RouteProps) {
  const words = text.value.desk.router;
  const hand: Hand = { kind: "pin", id: line.id };
  const isPicked = holdsSame(desk.hand.value, hand);
  const prefix = `${line.address}/${line.length}`;
  const state = stateOf(line);
  const states = {
    picked: isPicked,
    lit: line.lit,
    flows: state === "flows",
    lost: state === "lost",
  };
  return (
    <li class={classOf("route", states)}>
      <button
        type="button"
        class="route-prefix"
        aria-pressed={isPicked}
        aria-keyshortcuts={`Shift+${line.number}`}
        aria-description={words.pick(prefix, stateWords(line))}
        onClick={() => pickUp(desk, hand)}
        onPointerDown={(event) => startDrag(event, desk, hand)}
      >
        <strong class="mono">
          {line.address}
          <span class="quiet">/{line.length}</span>
        </strong>
        <span class="route-state">
          <kbd>⇧{line.number}</kbd> {isAstray(line) ? `→ ${line.pin?.name}` : stateWords(line)}
        </span>
        {isAstray(line) && <PinPicture />}
      </button>
      <div class="route-exits">
        {line.isOnSheet && line.exits.length === 0 && <OnSheet />}
        {line.exits.map((exit) => (
          <Exit key={exit.id} desk={desk} line={line} exit={exit} />
        ))}
      </div>
    </li>
  );
}

type ExitProps = RouteProps & { readonly exit: RouteExit };

function Exit({ desk, line, exit }: ExitProps) {
  const words = text.value.desk.router;
  const prefix = `${line.address}/${line.length}`;
  const label = exit.isPinned ? words.unpinFrom : words.pinTo;
  const states = {
    detour: exit.isDetour,
    cut: exit.isCut,
    pinned: exit.isPinned,
    lit: exit.lit,
    over: desk.carried.value?.over === exit.id,
  };
  return (
    <button
      type="button"
      class={classOf("route-exit", states)}
      data-place={exit.id}
      aria-pressed={exit.isPinned}
      aria-description={`${label(prefix, exit.name)}${exit.isCut ? ` (${words.cut})` : ""}`}
      onClick={() => pressSpot(desk, { row: line.id, exit: exit.exit })}
    >
      <kbd>{exit.key}</kbd>
      <span class="route-exit-name">
        <strong>{exit.name}</strong>
        {exit.isDetour && <small>{words.detour}</small>}
        {exit.isCut && <small class="route-cut">✂ {words.cut}</small>}
      </span>
      {exit.isPinned && <PinPicture />}
    </button>
  );
}

const stateOf = ({ pin }: RouteLine): "waits" | "flows" | "lost" => {
  if (pin === undefined) return "waits";
  return pin.isCut ? "lost" : "flows";
};

/** What becomes of the row's letters; where a pin sends them somewhere else, that is said. */
function stateWords(line: RouteLine): string {
  const { states, flowsTo } = text.value.desk.router;
  return line.pin !== undefined && isAstray(line) ? flowsTo(line.pin.name) : states[stateOf(line)];
}

/** Whether the pin is at an exit that the table does not name for this prefix. */
const isAstray = ({ pin, exits }: RouteLine): boolean =>
  pin !== undefined && !exits.some(({ isPinned }) => isPinned);

const classOf = (name: string, states: Readonly<Record<string, boolean>>): string =>
  [name, ...Object.entries(states).flatMap(([state, is]) => (is ? [state] : []))].join(" ");
