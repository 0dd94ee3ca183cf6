import { describe, expect, it } from 'vitest'
import { placeWindow, readWindowState, type Area } from './window-state'

const area = (x: number, y: number, width: number, height: number): Area => ({ x, y, width, height })
const laptop = area(0, 0, 1366, 728)
const large = area(1366, 0, 2560, 1400)

describe('the state that was kept', () => {
  it.each([
    [
      '{"area":{"x":1,"y":2,"width":1200,"height":800},"maximized":false}',
      { area: area(1, 2, 1200, 800), maximized: false },
    ],
    [
      '{"area":{"x":1,"y":2,"width":1200,"height":800},"maximized":true}',
      { area: area(1, 2, 1200, 800), maximized: true },
    ],
    ['{"maximized":false}', { maximized: false }],
    ['{"area":{"x":1.5,"y":2,"width":1200,"height":800}}', { maximized: true }],
    ['{"area":{"x":"1","y":2,"width":1200,"height":800},"maximized":true}', { maximized: true }],
    ['{"area":null}', { maximized: true }],
    ['null', { maximized: true }],
    ['{', { maximized: true }],
    ['', { maximized: true }],
  ])('%s', (text, state) => {
    expect(readWindowState(text)).toEqual(state)
  })
})

describe('the place of the window', () => {
  it.each([
    ['a first start, large screen', undefined, [large], area(1926, 250, 1440, 900)],
    ['a first start, laptop', undefined, [laptop], area(0, 0, 1366, 728)],
    ['where it stood', area(100, 50, 1200, 660), [laptop], area(100, 50, 1200, 660)],
    ['where it stood, second screen', area(1500, 50, 1600, 900), [laptop, large], area(1500, 50, 1600, 900)],
    ['the second screen is gone', area(1500, 50, 1600, 900), [laptop], area(0, 0, 1366, 728)],
    ['a title bar above the screen', area(100, -40, 1200, 660), [laptop], area(83, 34, 1200, 660)],
    ['nearly off to the left', area(-1150, 50, 1200, 660), [laptop], area(83, 34, 1200, 660)],
    ['partly off to the left', area(-900, 50, 1200, 660), [laptop], area(-900, 50, 1200, 660)],
    ['smaller than the desk needs', area(10, 10, 200, 100), [laptop], area(10, 10, 1024, 640)],
    ['no screen at all', undefined, [], area(0, 0, 1440, 900)],
  ])('%s', (_, at, screens, placed) => {
    expect(placeWindow({ ...(at && { area: at }), maximized: false }, screens)).toEqual(placed)
  })
})
