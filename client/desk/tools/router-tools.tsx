import type { DeskState } from "../../input/desk-state.ts";
import { text } from "../../look/language.ts";
import { presentRoutes } from "../../present/router-desk.ts";
import { Envelope } from "./envelope.tsx";

/** The router's tools: the envelope of the letter in hand, and the routing table. */
export const RouterTools = ({ desk }: { readonly desk: DeskState }) => (
  <aside class="desk-tools" data-panel="tools">
    <RoutingTable desk={desk} />
    <Envelope desk={desk} />
  </aside>
);

function RoutingTable({ desk }: { readonly desk: DeskState }) {
  const words = text.value.desk.router;
  return (
    <section class="routing card">
      <h2>{words.table}</h2>
      <p class="quiet">{words.how}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.prefix}</th>
            <th scope="col">{words.exit}</th>
          </tr>
        </thead>
        <tbody>
          {presentRoutes(desk.link.view.value, text.value).map((route) => (
            <tr key={route.id}>
              <td class="mono">
                {route.address}
                <b>/{route.length}</b>
              </td>
              <td>
                <kbd>{route.key}</kbd> {route.exit}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
