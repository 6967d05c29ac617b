import type { DeskState } from "../../input/desk-state.ts";
import { text } from "../../look/language.ts";
import { presentRoutes } from "../../present/routes.ts";
import { OnSheet } from "../on-sheet.tsx";

/** The routing table as it is read: a prefix, and the exit for all that starts like it. */
export function RoutingTable({ desk }: { readonly desk: DeskState }) {
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
                {route.isOnSheet ? (
                  <OnSheet />
                ) : (
                  route.exits.map(({ id, key, name }) => (
                    <span key={id}>
                      <kbd>{key}</kbd> {name}
                    </span>
                  ))
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
