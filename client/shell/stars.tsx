import { text } from "../look/language.ts";

const star =
  "M12 2.500l2.9 6.1 6.6.8-4.9 4.6 1.3 6.600L12 17.300l-5.9 3.3 1.3-6.600L2.5 9.400l6.6-.8z";

/** How many of three stars were earned. */
export const Stars = ({ stars }: { readonly stars: number }) => (
  <span class="stars" role="img" aria-label={text.value.shell.result.stars(stars)}>
    {[1, 2, 3].map((nth) => (
      <svg
        key={nth}
        class={nth <= stars ? "star earned" : "star"}
        viewBox="0 0 24 24"
        aria-hidden="true"
      >
        <path d={star} />
      </svg>
    ))}
  </span>
);
