/** What the Electron door understands of its command line; Chromium's own switches pass by. */
export interface ShellOptions {
  /** The newsroom's folder, where one was named. */
  readonly data?: string
}

/** Reads `--data DIR` or `--data=DIR`. */
export function readShellOptions(args: readonly string[]): ShellOptions {
  const at = args.indexOf('--data')
  const data = at >= 0 ? args[at + 1] : args.find(arg => arg.startsWith('--data='))?.slice('--data='.length)
  return data ? { data } : {}
}
