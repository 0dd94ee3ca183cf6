import { posix, win32 } from 'node:path'

/** What of the system decides where data go. */
export interface DataSystem {
  readonly platform: string
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Where a newsroom's data lie unless the user says otherwise; DAYANG_DATA goes first. */
export function dataFolder({ platform, home, env }: DataSystem): string {
  const chosen = env['DAYANG_DATA']
  if (chosen) return chosen
  switch (platform) {
    case 'win32':
      return win32.join(env['APPDATA'] || win32.join(home, 'AppData', 'Roaming'), '大样')
    case 'darwin':
      return posix.join(home, 'Library', 'Application Support', '大样')
    default:
      return posix.join(env['XDG_DATA_HOME'] || posix.join(home, '.local', 'share'), 'dayang')
  }
}
