import type { DeskState } from "../../input/desk-state.ts";
import { text } from "../../look/language.ts";
import { presentRoleCard } from "../../present/desk-cards.ts";
import { presentPair } from "../../present/pair.ts";
import { RolePicture } from "../../shell/role-picture.tsx";
import { PairCard } from "./pair-card.tsx";

/** Who I am: the one card with the airmail stripe. */
export function RoleCard({ desk }: { readonly desk: DeskState }) {
  const card = presentRoleCard(desk.link.view.value, text.value);
  const words = text.value.desk.role;
  const pair = presentPair(desk.link.view.value, text.value, desk.playNow.value);
  return (
    <section class="card desk-role" data-panel="role" aria-label={words.mine}>
      <span class="role-stripe airmail" aria-hidden="true" />
      <div class="role-who">
        <RolePicture role={card.role} size={56} />
        <p>
          <span class="quiet">{words.mine}</span>
          <strong>{card.name}</strong>
          <span class="mono">{card.address}</span>
        </p>
      </div>
      {pair === undefined ? (
        <div class="role-rule">
          <p>
            <strong>{words.see}</strong> {card.sees}
          </p>
          <p>
            <strong>{words.duty}</strong> {card.does}
          </p>
        </div>
      ) : (
        <PairCard desk={desk} pair={pair} />
      )}
    </section>
  );
}
