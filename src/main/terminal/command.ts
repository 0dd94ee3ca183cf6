import type { Result } from '../../shared/contract/failure'

/** What a command may use of the terminal. */
export interface Terminal {
  /** All of standard input. */
  readInput(): Promise<Uint8Array>
  /** The user's folder: relative files stand below it. */
  readonly folder: string
  /** Where the newsroom's data lie unless --data says otherwise. */
  readonly data: string
  now(): Date
}

/** One command of the terminal door. */
export interface Command {
  /** A line of the help: what follows the name. */
  readonly usage: string
  readonly does: string
  readonly doesInEnglish: string
  /**
   * Lines of JSON for standard output, one value each. Fails as expected (exit code 1) with a value, and
   * throws `UsageError` (exit code 2) for arguments that it does not understand.
   */
  run(args: readonly string[], terminal: Terminal): Promise<Result<readonly unknown[]>>
}

/** The user asked for something that is not there; the message says what, in a sentence. */
export class UsageError extends Error {}
