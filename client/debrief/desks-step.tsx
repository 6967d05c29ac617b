import { useMemo } from "preact/hooks";
import { LetterPicture } from "../desk/belt/letter-picture.tsx";
import { text } from "../look/language.ts";
import { type DeskReading, presentDesks, type Reading } from "../present/debrief-desks.ts";
import { clockWords } from "../present/debrief-moments.ts";
import { letterWords } from "../present/sequence-letter-words.ts";
import { RolePicture } from "../shell/role-picture.tsx";
import type { DebriefProps } from "./debrief-props.ts";

/** One letter as the three desks saw it that it came by. */
export function DesksStep({ story }: Pick<DebriefProps, "story">) {
  const words = text.value.debrief.desks;
  const three = useMemo(() => presentDesks(story, text.value), [story, text.value]);
  if (three === undefined) return <p>{words.none}</p>;
  const { kind } = letterWords(three.letter, undefined, text.value);
  return (
    <div class="debrief-desks">
      <p class="desks-how">
        <LetterPicture kind={kind} /> {words.how}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">{words.field}</span>
            </th>
            {three.desks.map((desk) => (
              <th key={desk.role} scope="col">
                <DeskHead desk={desk} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {three.fields.map((field) => (
            <tr key={field}>
              <th scope="row">{words.fields[field]}</th>
              {three.desks.map(({ role, readings }) => (
                <td key={role}>
                  <Read reading={readings[field]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            {three.desks.map(({ role }) => (
              <td key={role}>{words.why[role]}</td>
            ))}
          </tr>
        </tfoot>
      </table>
      <p class="quiet">{words.ttl}</p>
    </div>
  );
}

const DeskHead = ({ desk }: { readonly desk: DeskReading }) => (
  <span class="desk-head">
    <RolePicture role={desk.role} size={44} />
    <span>
      <strong>{desk.name}</strong>
      <span class="quiet">{text.value.debrief.desks.at(clockWords(desk.at))}</span>
    </span>
  </span>
);

/** What cannot be read is said, and hatched: colour alone would say nothing. */
function Read({ reading }: { readonly reading: Reading | undefined }) {
  const words = text.value.debrief.desks;
  if (reading === undefined) return <>–</>;
  if (reading.kind === "read") return <span class="mono">{reading.words}</span>;
  return <span class="sealed">{words[reading.kind]}</span>;
}
