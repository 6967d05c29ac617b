import { useState } from "preact/hooks";
import { language, text } from "../look/language.ts";
import { fetchCaptures, fetchJournal, type Told } from "../net/room-reports.ts";
import { resultsCsv } from "../present/console-csv.ts";
import type { ConsoleState } from "./console-state.ts";
import { saveFile } from "./save-file.ts";

/** The files of a lesson: the table is made here, so that labels never leave this browser; the rest comes from the room. */
export function Downloads(props: {
  readonly console: ConsoleState;
  readonly hostKey: string;
  /** Whether the last round is over: before that there are no captures of it. */
  readonly isOver: boolean;
}) {
  const { console, hostKey } = props;
  const words = text.value.console.results;
  const [hasFailed, setFailed] = useState(false);
  const { code } = console;
  const round = console.view.value.lesson["now"]?.round ?? 0;
  const member = { code, key: hostKey };
  const take = async (name: string, coming: Promise<Told<Blob>>) => {
    const answer = await coming;
    setFailed(answer.kind === "refused");
    if (answer.kind === "told") saveFile(name, answer.told);
  };
  const takeTable = () => {
    const table = resultsCsv(console.view.value, console.labels.value, text.value);
    saveFile(`port-of-call-${code}.csv`, new Blob([table], { type: "text/csv;charset=utf-8" }));
  };
  return (
    <div class="downloads">
      <Button onPress={takeTable}>{words.csv}</Button>
      {props.isOver && round > 0 && (
        <Button
          onPress={() =>
            take(`port-of-call-${code}-${round}.zip`, fetchCaptures(member, round, language.value))
          }
        >
          {words.captures}
        </Button>
      )}
      <Button onPress={() => take(`port-of-call-${code}.json`, fetchJournal(member))}>
        {words.journal}
      </Button>
      <span role="alert">{hasFailed ? words.failed : ""}</span>
    </div>
  );
}

const Button = (props: { readonly onPress: () => void; readonly children: string }) => (
  <button type="button" class="small-button" onClick={props.onPress}>
    {props.children}
  </button>
);
