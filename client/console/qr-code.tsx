import "./qr-code.css";
import { useMemo } from "preact/hooks";
import { encode } from "uqr";

/** A link to be photographed. */
export function QrCode({ value, label }: { readonly value: string; readonly label: string }) {
  const { data, size } = useMemo(() => encode(value, { ecc: "M", border: 2 }), [value]);
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect class="qr-paper" width={size} height={size} />
      <path d={data.map(pathOfRow).join("")} />
    </svg>
  );
}

const pathOfRow = (row: readonly boolean[], y: number): string =>
  row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")).join("");
