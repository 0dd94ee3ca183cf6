/** Gives a file to the user under a name, as the browser and Electron's window both do it. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // The window has taken it long before.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
