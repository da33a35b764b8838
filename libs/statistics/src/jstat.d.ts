/** The part of jstat that is used here; the package has no types of its own. */
declare module 'jstat' {
  const jstat: {
    normal: { inv(p: number, mean: number, sd: number): number; cdf(x: number, mean: number, sd: number): number };
    studentt: { inv(p: number, degreesOfFreedom: number): number };
    beta: { inv(p: number, a: number, b: number): number };
  };
  export default jstat;
}
