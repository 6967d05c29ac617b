import "./eyes-sheet.css";
import { nicknamesOf } from "../../shared/contract/pair.ts";
import { text } from "../look/language.ts";
import type { MatchLink } from "../net/match-link.ts";

/** Where two who have one device between them come in as two; between rounds one may also be alone again. */
export function PairPanel({ link }: { readonly link: MatchLink }) {
  const { players, lesson } = link.view.value;
  const me = Object.values(players).find(({ you }) => you);
  const isShared = nicknamesOf(me?.nickname ?? "").length > 1;
  const words = text.value.pair;
  if (me === undefined || !["lobby", "result"].includes(lesson["now"]?.phase ?? "")) return null;
  const share = (shared: boolean) => void link.send({ kind: "shareSeat", shared });
  if (!isShared) {
    return (
      <button type="button" class="link pair-offer" onClick={() => share(true)}>
        {words.offer}
      </button>
    );
  }
  return (
    <section class="card pair-panel" aria-labelledby="pair">
      <h2 id="pair">{words.together}</h2>
      <p>{words.how}</p>
      <button type="button" class="button" onClick={() => share(false)}>
        {words.alone}
      </button>
    </section>
  );
}
