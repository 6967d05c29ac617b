import { text } from "../look/language.ts";
import type { PairNow } from "../present/pair.ts";

/** Who of two does what just now. */
export function PairLines({ pair }: { readonly pair: PairNow }) {
  const words = text.value.pair;
  return (
    <dl class="pair-lines">
      <div>
        <dt>{words.hands}</dt>
        <dd>
          <strong>{pair.hands}</strong> <span class="quiet">{words.handsDo}</span>
        </dd>
      </div>
      <div>
        <dt>{words.eyes}</dt>
        <dd>
          <strong>{pair.eyes}</strong> <span class="quiet">{words.eyesDo}</span>
        </dd>
      </div>
    </dl>
  );
}
