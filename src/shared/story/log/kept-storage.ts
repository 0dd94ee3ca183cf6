/** The little of a window's storage that keeping needs. */
export interface KeptStorage {
  readonly length: number
  key(at: number): string | null
  getItem(key: string): string | null
  setItem(key: string, text: string): void
  removeItem(key: string): void
}
