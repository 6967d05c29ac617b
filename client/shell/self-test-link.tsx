import { formatPage } from "../present/shell-page.ts";
import { go } from "./page.ts";

/** Leads to the page that finds out whether a network lets the game through. */
export function SelfTestLink({ words }: { readonly words: string }) {
  const open = (event: Event) => {
    event.preventDefault();
    go({ kind: "selfTest" });
  };
  return (
    <a class="link self-test-link" href={formatPage({ kind: "selfTest" })} onClick={open}>
      {words}
    </a>
  );
}
