import "./saved-lesson.css";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { text } from "../look/language.ts";
import { Broken } from "../shell/broken.tsx";
import { Heading, Screen } from "../shell/screen.tsx";
import { Waiting } from "../shell/waiting.tsx";
import { type FileFault, JournalReader, type OpenedFile } from "./journal-reader.ts";
import { SavedRounds } from "./saved-rounds.tsx";

/** A file that is open: the same file opened twice begins anew. */
type Opened = OpenedFile & { readonly name: string; readonly nth: number };

/** Looks at a lesson again out of its file. Nothing of it leaves the page. */
export function SavedLessonPage() {
  const words = text.value.savedLesson;
  const desk = useFileDesk();
  const { opened } = desk;
  if (desk.state === "broken") return <Broken />;
  if (desk.state === "coming") return <Waiting name="lesson" words={text.value.shell.working} />;
  return (
    <Screen name="lesson" title={words.title} home>
      <DropPlace onFile={desk.open}>
        <header class="saved-top">
          <Heading>{words.title}</Heading>
          {opened !== undefined && <FileButton words={words.another} onFile={desk.open} />}
        </header>
        {opened === undefined && (
          <section class="card saved-pick">
            <p>{words.why}</p>
            <FileButton words={words.pick} onFile={desk.open} isFirst />
            <p class="quiet">{words.drop}</p>
            <p class="quiet">{words.local}</p>
          </section>
        )}
        <FileNews {...desk} />
        {opened !== undefined && (
          <SavedRounds
            key={opened.nth}
            rounds={opened.rounds}
            hash={opened.hash}
            stories={desk.stories}
          />
        )}
      </DropPlace>
    </Screen>
  );
}

/** Reads one file after the other while a screen stands. */
function useFileDesk() {
  const reader = useMemo(() => new JournalReader(), []);
  const [state, setState] = useState<"coming" | "here" | "broken">("coming");
  useEffect(() => {
    reader.ready.then(
      () => setState("here"),
      () => setState("broken"),
    );
    return () => reader.close();
  }, [reader]);
  const [opened, setOpened] = useState<Opened>();
  const [fault, setFault] = useState<FileFault>();
  const [isReading, setReading] = useState(false);
  const open = async (file: File) => {
    setFault(undefined);
    setReading(true);
    const told = await reader.open(file);
    setReading(false);
    if (typeof told === "string") return setFault(told);
    setOpened((last) => ({ ...told, name: file.name, nth: (last?.nth ?? 0) + 1 }));
  };
  const stories = useMemo(() => reader.story.bind(reader), [reader]);
  return { state, opened, fault, isReading, open, stories };
}

/** What came of the file that was chosen last. */
function FileNews(props: {
  readonly opened: Opened | undefined;
  readonly fault: FileFault | undefined;
  readonly isReading: boolean;
}) {
  const { opened, fault, isReading } = props;
  const words = text.value.savedLesson;
  return (
    <>
      <p class="saved-news quiet" role="status">
        {isReading && words.reading}
        {!isReading && opened !== undefined && (
          <>
            <strong>{opened.name}</strong> {words.same}
          </>
        )}
      </p>
      <div role="alert">
        {fault !== undefined && (
          <p class="saved-fault">
            {words.faults[fault]} {opened !== undefined && words.stays}
          </p>
        )}
      </div>
    </>
  );
}

type TakesFile = { readonly onFile: (file: File) => void };

/** The browser's own way to choose a file, worded and drawn as our buttons are. */
const FileButton = (props: TakesFile & { readonly words: string; readonly isFirst?: boolean }) => (
  <label class={props.isFirst ? "button first large file-button" : "button file-button"}>
    <input
      type="file"
      accept=".json,application/json"
      onChange={({ currentTarget }) => {
        const [file] = currentTarget.files ?? [];
        if (file !== undefined) props.onFile(file);
        // the same file may be chosen again
        currentTarget.value = "";
      }}
    />
    {props.words}
  </label>
);

/** A file can be dropped anywhere on it. */
function DropPlace(props: TakesFile & { readonly children: ComponentChildren }) {
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button beside it does the same without a pointer
    <div
      class={isOver ? "saved-lesson drop" : "saved-lesson"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer?.files ?? [];
        if (file !== undefined) props.onFile(file);
      }}
    >
      {props.children}
    </div>
  );
}
