import { useRef, useState } from "preact/hooks";
import { text } from "../look/language.ts";
import { Confirmed } from "./confirmed.tsx";
import { eraseMemory, exportMemory, importMemory } from "./device-memory.ts";

/** No record of a device is as long as this. */
const longestFile = 200_000;

type Said = "imported" | "notImported" | "erased";

/** Opens what this device remembers: to take it along, to bring it, to erase it. */
export function DeviceMemoryButton() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [said, setSaid] = useState<Said>();
  const words = text.value.practice.memory;
  const open = () => {
    setSaid(undefined);
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" class="button" onClick={open}>
        {words.title}
      </button>
      <dialog ref={dialog} class="card memory" aria-labelledby="memory">
        <h2 id="memory">{words.title}</h2>
        <p>{words.hint}</p>
        <div class="memory-choices">
          <button
            type="button"
            class="button"
            onClick={() => download(words.fileName, exportMemory())}
          >
            {words.export}
          </button>
          <FileChoice onRead={(file) => setSaid(importMemory(file) ? "imported" : "notImported")} />
          <Confirmed
            label={words.erase}
            title={words.eraseTitle}
            body={words.eraseBody}
            onYes={() => {
              eraseMemory();
              setSaid("erased");
            }}
          />
        </div>
        <p role="status" class={said === "notImported" ? "note wrong" : "note"}>
          {said && words[said]}
        </p>
        <button type="button" class="button first" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </dialog>
    </>
  );
}

function FileChoice({ onRead }: { readonly onRead: (file: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const read = async (event: { readonly currentTarget: HTMLInputElement }) => {
    const field = event.currentTarget;
    const [file] = field.files ?? [];
    if (file !== undefined) onRead(await file.slice(0, longestFile).text());
    // The same file can be chosen again.
    field.value = "";
  };
  return (
    <>
      <input ref={input} type="file" accept=".json,application/json" hidden onChange={read} />
      <button type="button" class="button" onClick={() => input.current?.click()}>
        {text.value.practice.memory.import}
      </button>
    </>
  );
}

function download(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
