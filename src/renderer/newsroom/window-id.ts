/** This window, as others know it. */
export const windowId = crypto.randomUUID()
