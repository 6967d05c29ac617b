/** A pin as it sticks in a map; a dashed one is the hole that it left in the tray. */
export const PinPicture = ({ isGone = false }: { readonly isGone?: boolean }) => (
  <svg class={isGone ? "pin-picture gone" : "pin-picture"} viewBox="0 0 20 24" aria-hidden="true">
    {!isGone && <path class="pin-needle" d="M10 14v8.500" />}
    <circle cx="10" cy="8" r="6.500" />
    {!isGone && <path class="pin-shine" d="M7.500 6.500a3 3 0 0 1 2.500-1.800" />}
  </svg>
);
