/** The small axis every figure of a table stands on; pixels. */
export const WIDTH = 112;
export const HEIGHT = 14;
/** room for half a dot at either end */
export const EDGE = 5;

export function Axis() {
  const middle = HEIGHT / 2;
  return (
    <>
      <line className="figure-axis" x1={EDGE} x2={WIDTH - EDGE} y1={middle} y2={middle} strokeDasharray="1 4" />
      <line className="figure-axis" x1={EDGE} x2={EDGE} y1={2} y2={HEIGHT - 2} />
    </>
  );
}
