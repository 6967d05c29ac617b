import type { View } from "../../shared/contract/view.ts";
import { type Instant, instant } from "../../shared/lib/instant.ts";

/** The play time that the view's clock shows at an instant of the lesson; it never passes the round's end. */
export function playTimeOf(view: View, lessonNow: Instant): Instant {
  const clock = view.clock["now"];
  if (clock === undefined) return instant(0);
  const passed = Math.max(0, lessonNow - clock.lesson);
  return instant(Math.min(clock.endsAt, clock.play + Math.trunc((passed * clock.rate) / 10)));
}
