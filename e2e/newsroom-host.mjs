import { serve } from '../out/main/serve.js'

/**
 * The built newsroom behind the browser door, in a process that opens one folder after the other: what it takes to
 * read and compile the program is spent once for many cases. It is told over Node's channel what to open and close.
 */

const newsrooms = new Map()

async function open(folder) {
  const served = await serve({ folder, begin: 'sample' })
  if (!served.ok) throw new Error(`${served.failure.code}: ${served.failure.message}`)
  newsrooms.set(folder, served.value)
  return served.value.url
}

async function close(folder) {
  const newsroom = newsrooms.get(folder)
  newsrooms.delete(folder)
  await newsroom.close()
}

process.on('message', ({ id, ask, folder }) => {
  const asked = ask === 'open' ? open(folder) : close(folder)
  asked.then(
    value => process.send({ id, value }),
    error => process.send({ id, error: String(error) }),
  )
})
// As serve.js does where it is the program: a bug is told of, and ends nobody's work.
for (const bug of ['uncaughtException', 'unhandledRejection']) process.on(bug, error => console.error(error))
