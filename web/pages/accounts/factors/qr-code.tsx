import { create } from "qrcode"

/** Around the code, in modules: readers find it by this. */
const MARGIN = 4

/** Black on white in every colour scheme: many readers take no other. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = create(text, { errorCorrectionLevel: "M" }).modules
  const path = Array.from(data)
    .flatMap((isDark, at) =>
      isDark ? [`M${(at % size) + MARGIN} ${Math.floor(at / size) + MARGIN}h1v1h-1z`] : [],
    )
    .join("")
  const whole = size + 2 * MARGIN
  return (
    <svg class="ff-qr" viewBox={`0 0 ${whole} ${whole}`} role="img" aria-label={label}>
      <rect width={whole} height={whole} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
