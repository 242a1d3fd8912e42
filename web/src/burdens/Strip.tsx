import { marksOf, type Spread } from "./burdens";

interface Props {
  rate: number;
  spread: Spread;
}

/** The ward's middle half and one's own place in it; the same stands beside it in words. */
export function Strip({ rate, spread }: Props) {
  const { from, to, middle, mine } = marksOf(rate, spread);
  return (
    <svg className="strip" viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
      <rect className="strip-whole" x="0" y="7" width="100" height="2" />
      <rect className="strip-half" x={from} y="4" width={Math.max(0.5, to - from)} height="8" />
      <rect className="strip-middle" x={Math.min(99.5, middle)} y="4" width="0.5" height="8" />
      <rect className="strip-mine" x={Math.min(98.4, Math.max(0, mine - 0.8))} y="0" width="1.6" height="16" />
    </svg>
  );
}
