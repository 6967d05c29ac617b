import type { DeskState } from "../../input/desk-state.ts";
import { presentPinTray } from "../../present/routes.ts";
import { Envelope } from "./envelope.tsx";
import { PinBoard } from "./pin-board.tsx";
import { RoutingTable } from "./routing-table.tsx";

/** The router's tools: the routing table, with pins or with the envelope of the letter in hand beside it. */
export function RouterTools({ desk }: { readonly desk: DeskState }) {
  const tray = presentPinTray(desk.link.view.value);
  return (
    <aside class="desk-tools" data-panel="tools">
      {tray === undefined ? (
        <>
          <RoutingTable desk={desk} />
          <Envelope desk={desk} />
        </>
      ) : (
        <PinBoard desk={desk} tray={tray} />
      )}
    </aside>
  );
}
