/** Puts texts into the clipboard by a copy of our own: it needs no permission, in the browser or in Electron. */
export function putInClipboard(texts: Readonly<Record<string, string>>): void {
  const take = (event: ClipboardEvent) => {
    event.preventDefault()
    // The sheet would copy what is selected in it.
    event.stopImmediatePropagation()
    for (const [type, text] of Object.entries(texts)) event.clipboardData?.setData(type, text)
  }
  document.addEventListener('copy', take, { capture: true, once: true })
  document.execCommand('copy')
  document.removeEventListener('copy', take, { capture: true })
}
