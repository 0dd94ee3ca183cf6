import { client, failureOf } from '../../newsroom/client'
import { showSigned } from '../../newsroom/signatures'
import { sayOnPage } from '../page-says'

/** 签大样 in the name of who sits here. Throws what the newsroom answers. */
export async function signPage(pageId: string): Promise<void> {
  showSigned(await client.pages.sign({ pageId }))
}

/** The same from a key or a command, with its outcome said in the footer. */
export async function signFromKeys(pageId: string): Promise<void> {
  try {
    await signPage(pageId)
    sayOnPage('签大样')
  } catch (error) {
    const { message, remedy } = failureOf(error)
    sayOnPage(`${message}${remedy}`)
  }
}
