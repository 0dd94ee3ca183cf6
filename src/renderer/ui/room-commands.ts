import { create } from 'zustand'

export interface Command {
  readonly title: string
  readonly shortcut: string
  run(): void
}

/** What the room on the screen adds while it is there: its parts one after the other. */
export const useRoomCommands = create<{ readonly commands: readonly Command[] }>(() => ({ commands: [] }))

const offered = new Set<readonly Command[]>()
const showOffered = () => useRoomCommands.setState({ commands: [...offered].flat() })

/** Offers commands of a part of a room; what comes back takes them away again. */
export function offerCommands(commands: readonly Command[]): () => void {
  offered.add(commands)
  showOffered()
  return () => {
    offered.delete(commands)
    showOffered()
  }
}
