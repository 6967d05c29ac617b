import { formatPage, type Page } from "../present/shell-page.ts";
import { go } from "./page.ts";

/** Leads to another page of the game, as a link in small print. */
export function PageLink({ to, words }: { readonly to: Page; readonly words: string }) {
  const open = (event: Event) => {
    event.preventDefault();
    go(to);
  };
  return (
    <a class="link page-link" href={formatPage(to)} onClick={open}>
      {words}
    </a>
  );
}
