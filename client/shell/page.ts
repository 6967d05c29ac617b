import { type Signal, signal } from "@preact/signals";
import { formatPage, type Page, parsePage } from "../present/shell-page.ts";

/** The page that stands. The back button moves it too. */
export const page: Signal<Page> = signal(parsePage(location.search, location.hash));

/** Goes somewhere else; `replace` leaves no way back to where one was. */
export function go(to: Page, how: "push" | "replace" = "push"): void {
  if (how === "push") history.pushState(null, "", formatPage(to));
  else history.replaceState(null, "", formatPage(to));
  page.value = to;
}

/** Puts the address in order and follows the back button. A seat key leaves the address bar at once. */
export function watchPage(): void {
  history.replaceState(null, "", formatPage(page.value));
  const follow = () => go(parsePage(location.search, location.hash), "replace");
  addEventListener("popstate", follow);
}
