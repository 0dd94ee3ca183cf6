/**
 * For tests only: how much a test at random tries. `npm test` tries few cases; `npm run test:long` tries all, and
 * DAYANG_LONG=100 a hundred times as many.
 */

/** How many times all; 0 where few will do. By hand, for the window's tests are checked without Node's types. */
const times = Number(
  (globalThis as unknown as { process: { env: Record<string, string | undefined> } }).process.env[
    'DAYANG_LONG'
  ] ?? 0,
)

/**
 * How many cases to try: `all` in the long run, else `few`. Only tests named `*.random.test.ts` ask: these files, and
 * no others, are what the long run runs.
 */
export const cases = (all: number, few = Math.ceil(all / 20)): number =>
  times > 0 ? Math.ceil(all * times) : few
