import { onTestFinished } from 'vitest'
import { valueOf } from '../newsroom/temporary-newsroom.testing'
import { serve, type Served, type ServeOptions } from '../serve'

/** For tests only: the browser door of a served newsroom, closed when the test ends, and its cookie. */
export async function enterDoor(
  options: ServeOptions,
): Promise<{ served: Served; origin: string; cookie: string }> {
  const served = valueOf(await serve(options))
  onTestFinished(() => served.close())
  const origin = `http://127.0.0.1:${served.port}`
  const answer = await fetch(served.url, { redirect: 'manual' })
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
  return { served, origin, cookie }
}
